using Foedus.Charter.Model;
using Foedus.Engine.Budgets;
using Foedus.Engine.Parties;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <content>Conditions: findings, declared facts, and the matter of the act at hand.</content>
public partial class Inquiry
{
    /// <summary>
    /// Whether a condition holds of something. What is missing is noted as a need only where <paramref name="by"/> is given: then the
    /// condition is asked of the act, and its failing is a reason.
    /// </summary>
    public Truth Holds(Condition condition, int about, Provision? by = null)
    {
        var result = condition.Any ? Truth.No : Truth.Yes;
        foreach (var test in condition.Tests)
        {
            var one = Holds(test, about, out var need);
            if (by is not null && (one != Truth.No || !condition.Any))
                Note(one, by, GroundKind.Condition, Words(test), null, one == Truth.Yes ? null : need);
            result = condition.Any ? result.Or(one) : result.And(one);
        }

        if (by is not null && condition.Any && result == Truth.No)
            Note(Truth.No, by, GroundKind.Condition, condition.Words, null, new Need(condition.Words));
        return result;
    }

    private Truth Holds(FactTest test, int about, out Need need)
    {
        var truth = test switch
        {
            FactTest.Finding finding => IsFound(finding, about),
            FactTest.MatterIs matter => IsMatter(matter.Matter, about),
            FactTest.Fact fact => IsStated(fact, about),
            FactTest.ContributionMissed => IsContributionMissed(about),
            FactTest.ClassIs sorted => IsOfClass(sorted, about),
            _ => Truth.Open,
        };
        need = test switch
        {
            FactTest.Finding f => new Need(Words(f) + OfMatter(about), f.By?.Words ?? ""),
            FactTest.Fact f => new Need(Words(f) + OfMatter(about), f.Declared.By.Words),
            _ => new Need(Words(test)),
        };
        return test.Not ? truth.Not() : truth;
    }

    /// <summary>Of which matter something has to be found or stated, for what is needed.</summary>
    private string OfMatter(int about) => about > 0 && View.Look(Relations.Stage, about).Holds ? " of " + Roll.NameOf(about) : "";

    private Truth IsFound(FactTest.Finding finding, int about)
    {
        var sight = View.Look(Relations.Finding, Math.Max(about, 0), Roll.Word(finding.Text));
        if (!sight.Holds)
            return sight.Version == Kernel.FactStore.Open ? Truth.Open : Truth.No;
        var met = finding.With is { } with ? IsFoundWith(finding.Text, with, about) : Regards(finding.Text, about, MatterAtHand);
        return finding.By is { } by ? met.And(IsFoundBy(finding.Text, by, about, (int)sight.Value)) : met;
    }

    /// <summary>The matter on which the act at hand is, or -1.</summary>
    private protected virtual int MatterAtHand => -1;

    /// <summary>Whether something is before somebody as a matter, or was introduced as one.</summary>
    internal bool IsMatter(int thing) => Roll[thing].Kind == ThingKind.Matter || View.Look(Relations.Stage, thing).Holds;

    /// <summary>
    /// Whether what was found of somebody regards a matter: a finding "with" matters is for those alone, one that names none is for all. Without a matter
    /// at hand, and of the matter itself, it is as it was found.
    /// </summary>
    internal Truth Regards(string text, int about, int matter)
    {
        if (matter < 0 || about == matter || Roll.Find(ThingKind.Statement, FindingName(text), Math.Max(about, 0)) is not (>= 0 and var finding))
            return Truth.Yes;
        var other = false;
        foreach (var link in View.Objects(Relations.FindingWith, finding))
        {
            if (link.Thing == matter || !IsMatter(link.Thing))
                return Truth.Yes;
            other = true;
        }

        return TruthOf.From(!other);
    }

    /// <summary>Whether it was found, by any of its findings, with regard to what the clause names.</summary>
    private Truth IsFoundWith(string text, Party with, int about)
    {
        if (Roll.Find(ThingKind.Statement, FindingName(text), Math.Max(about, 0)) is not (>= 0 and var finding))
            return Truth.No;
        var met = Truth.No;
        foreach (var link in View.Objects(Relations.FindingWith, finding))
            met = met.Or(TruthOf.From(Same(Roll[link.Thing].Name, with.Name)).Or(Is(link.Thing, with)).Or(IsInstrument(link.Thing, with)));
        return met;
    }

    /// <summary>Whether those who made a finding are who the clause asks: all of them counted, on whatever day they made it.</summary>
    private Truth IsFoundBy(string text, Party by, int about, int last)
    {
        var finders = new List<Supporter> { new(last) };
        if (Roll.Find(ThingKind.Statement, FindingName(text), Math.Max(about, 0)) is var finding and >= 0)
        {
            foreach (var link in View.Objects(Relations.StatedBy, finding))
                finders.Add(new Supporter(link.Thing));
        }

        return Parties.Meets(new Who(false, [by]) { Words = by.Words }, Anchor, finders.ToArray()).Met;
    }

    /// <summary>The name under which a finding stands on the roll, for who made it.</summary>
    internal static string FindingName(string text) => "finding: " + text;

    private Truth IsMatter(string matter, int about)
    {
        if (about < 0)
            return Truth.No;
        var word = Roll.Word(matter);
        return TruthOf.From(IsPutAs(matter, about) || (View.TryValue(Relations.Topic, about, out var topic) && topic == word)
            || (View.TryValue(Relations.Sort, about, out var sort) && sort == word));
    }

    /// <summary>What is only now put is not yet on record: it is what the act that puts it says.</summary>
    private protected virtual bool IsPutAs(string matter, int about) => false;

    /// <summary>Whether the unit that it is about, or that is concerned, has missed its contribution.</summary>
    private Truth IsContributionMissed(int about)
    {
        return UnitOf(about) is var own and >= 0 ? Contributions.Missed(this, own, out _) : OfThoseConcerned(unit => Contributions.Missed(this, unit, out _));
    }

    /// <summary>Whether something holds of the unit concerned; of several it is open where it holds of some of them only.</summary>
    private Truth OfThoseConcerned(Func<int, Truth> test)
    {
        Truth? all = null;
        foreach (var unit in Anchor.Those)
        {
            var one = test(unit);
            if (all is { } before && before != one)
                return Truth.Open;
            all = one;
        }

        return all ?? Truth.No;
    }

    /// <summary>The class of what it is about; else of who made that, or put it; else of the unit that it concerns.</summary>
    private Truth IsOfClass(FactTest.ClassIs test, int about)
    {
        var (sorting, value) = (Roll.Word(test.Sorting), Roll.Word(test.Class));
        var maker = about >= 0 && View.TryValue(Relations.Maker, about, out var made) ? (int)made : -1;
        foreach (var thing in (ReadOnlySpan<int>)[about, maker, UnitOf(maker)])
        {
            if (thing >= 0 && IsOf(thing) is { } known)
                return known;
        }

        return OfThoseConcerned(unit => IsOf(unit) ?? Truth.No);

        Truth? IsOf(int thing)
        {
            var sight = View.Look(Relations.Class, thing, sorting);
            return sight.Holds ? TruthOf.From(sight.Value == value) : sight.IsOpen ? Truth.Open : null;
        }
    }

    private Truth IsStated(FactTest.Fact fact, int about)
    {
        var word = Roll.Word(fact.Declared.Name);
        var sight = about >= 0 ? View.Look(Relations.Fact, about, word) : default;
        if (about < 0 || (!sight.Holds && sight.Version != Kernel.FactStore.Open))
        {
            // What was stated of nothing in particular is stated of the federation, or of the unit concerned.
            sight = View.Look(Relations.Fact, Roll.Federation, word);
            if (!sight.Holds && !Anchor.Those.IsEmpty)
                return OfThoseConcerned(unit => IsStated(fact, about, View.Look(Relations.Fact, unit, word)));
        }

        return IsStated(fact, about, sight);
    }

    private Truth IsStated(FactTest.Fact fact, int about, in Kernel.Sight sight)
    {
        if (!sight.Holds)
            return sight.Version == Kernel.FactStore.Open ? Truth.Open : Truth.No;
        if (fact.Value is { } value && !Same(Roll.WordOf(sight.Value), value))
            return Truth.No;
        return fact.By is { } by ? IsStatedBy(fact, by, about) : Truth.Yes;
    }

    /// <summary>Whether the particular parties have stated it: one of them, so many of them, or every one.</summary>
    private Truth IsStatedBy(FactTest.Fact fact, Party by, int about)
    {
        var statement = Roll.Find(ThingKind.Statement, fact.Declared.Name, Math.Max(about, 0));
        if (statement < 0)
            return Truth.No;
        var supporters = new List<Supporter>();
        foreach (var link in View.Objects(Relations.StatedBy, statement))
            supporters.Add(new Supporter(link.Thing));
        return supporters.Count == 0 ? Truth.No : Parties.Meets(new Who(false, [by]) { Words = by.Words }, Anchor, supporters.ToArray()).Met;
    }

    /// <summary>Compares a count with what a quantity asks of a total.</summary>
    public static Truth Compare(Quantity quantity, Counting.Ratio count, Counting.Ratio total)
    {
        var asked = quantity.IsShare ? quantity.Value * total : quantity.Value;
        return TruthOf.From(quantity.How switch
        {
            Comparison.AtLeast or Comparison.All => count >= asked,
            Comparison.AtMost => count <= asked,
            Comparison.MoreThan => count > asked,
            Comparison.FewerThan => count < asked,
            _ => count == asked,
        });
    }

    private static string Words(FactTest test) => test switch
    {
        FactTest.Finding f => (f.Not ? "no finding: " : "finding: ") + f.Text + (f.With is { } with ? ", with regard to " + with.Words : ""),
        FactTest.MatterIs m => (m.Not ? "the matter is not " : "the matter is ") + m.Matter,
        FactTest.ContributionMissed m => "the contribution is " + (m.Not ? "not " : "") + "missed",
        FactTest.ClassIs c => c.Sorting + " is " + (c.Not ? "not " : "") + c.Class,
        FactTest.Fact f => (f.Not ? "not " : "") + f.Declared.Name + (f.Value is { } v ? " is " + v : "") + (f.By is { } by ? " by " + by.Words : ""),
        _ => "",
    };
}
