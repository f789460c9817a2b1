using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Condition = Foedus.Charter.Model.Condition;

namespace Foedus.Engine.Membership;

/// <summary>
/// The one executor of everything that happens to a unit. It asks which provision is about these units, whether this is the way that it
/// provides, whether its conditions hold, whether the change can be at all, and from which day; then it writes the change. What becomes of
/// seats, matters and the rest follows from that record and is worked out where it is asked (<see cref="Fates"/>).
/// </summary>
internal static class Changes
{
    /// <summary>Makes a change, or notes every reason why it is not made.</summary>
    public static void Make(Judgement j, UnitChange change, ChangeWay way)
    {
        var all = ChangeRules.For(j.Book, change);
        if (all.Count == 0)
        {
            if (way is ChangeWay.ByEnd end)
                j.Refuse(end.End.By, GroundKind.NoChangeRule, change.What, Names(j, change));
            else
                j.NoProvision(change.Task);
            return;
        }

        var rules = all.FindAll(r => ChangeRules.Concerns(j, r, change) != Truth.No);
        if (rules.Count == 0)
        {
            foreach (var rule in all)
                j.Refuse(rule.By, GroundKind.ChangeOfOthers, rule.What, new object?[] { rule.Of.Words, Names(j, change) });
            return;
        }

        if (change is { What: ChangeWords.Admission, Parent: < 0, Units.Length: 1 } && !j.View.Look(Relations.Kind, change.Units[0]).Holds && !j.View.Look(Relations.Within, change.Units[0]).Holds)
            change = change with { Parent = Bodies.UnitsBeneath.ParentOf(j, change.Units[0]) };
        j.Concern([.. change.Units.Distinct()], Concerned(j, change));
        ChangeShape.Check(j, change, rules[0].By);
        j.Try(rules, rule => Make(j, rule, change, way));
    }

    /// <summary>The unit is a member of a kind from a day.</summary>
    internal static void Admit(Judgement j, in Law.Product product, int unit, UnitKind? kind, Day day)
    {
        product.Write(Relations.Member, unit, j.Roll.Word("member"), day);
        if (kind is null)
            return;
        var word = j.Roll.Word(kind.Name);
        if (j.View.TryValue(Relations.Kind, unit, out var before) && before != word)
            product.Unlink(Relations.OfKind, (int)before, unit, day);
        product.Write(Relations.Kind, unit, word, day);
        product.Link(Relations.OfKind, word, unit, 1, day);
    }

    private static void Make(Judgement j, Change rule, UnitChange change, ChangeWay way)
    {
        ByWay(j, rule, change, way);
        Conditions(j, rule, change, Matter(way));
        UnitKind? kind = null;
        if (change.What == ChangeWords.Admission)
        {
            kind = ChangeRules.KindOf(j, rule, change);
            if (kind is null)
                j.Refuse(rule.By, GroundKind.KindUnsaid, Names(j, change), null, new Need("as what " + Names(j, change) + " joins"));
            else
                Joins(j, rule, kind, change, Matter(way));
        }
        else if (change is { What: ChangeWords.Kind, As: { } raised })
        {
            Eligible(j, raised, change, Matter(way));
        }

        if (ChangeDay.Of(j, rule, change, Matter(way)) is { } day)
        {
            ChangeRecord.Write(j, rule, change with { As = change.As ?? kind }, day, way);
            ActedSince.Name(j, rule, change, day);
        }

        Fates.Cite(j, rule);
    }

    private static void Joins(Judgement j, Change rule, UnitKind kind, UnitChange change, int matter)
    {
        ChangeShape.Joins(j, kind, change, rule.By);
        Eligible(j, kind, change, matter);
    }

    /// <summary>What a unit of the kind has to be.</summary>
    internal static void Eligible(Judgement j, UnitKind kind, UnitChange change, int matter = -1)
    {
        foreach (var slot in j.Book.Edition.UnitRules.Where(r => r.Kind == kind).SelectMany(r => r.Eligible))
        {
            if (j.Ask(slot, out var condition))
                Condition(j, condition, slot.By, change, matter);
        }
    }

    private static void ByWay(Judgement j, Change rule, UnitChange change, ChangeWay way)
    {
        if (rule.DoneBy.Count > 0)
            j.Try(rule.DoneBy, slot => ByWay(j, slot, rule, way));
        else
            j.NoProvision(change.Task);
    }

    private static void ByWay(Judgement j, Slot<ChangeBy> slot, Change rule, ChangeWay way)
    {
        if (!j.Ask(slot, out var by))
            return;
        switch (way)
        {
            case ChangeWay.ByEnd end when by.Procedure is { } procedure:
                if (procedure == end.Procedure)
                    j.Cite(slot.By, GroundKind.ByProcedure, rule.What, procedure.Name);
                else
                    j.Refuse(slot.By, GroundKind.OnlyByProcedure, rule.What, procedure.Name, new Need("the procedure " + procedure.Name));
                break;
            case ChangeWay.ByEnd when by.Who is { } who:
                // A decision of whoever has the power, taken on a matter.
                j.MayAct(who, slot.By);
                break;
            case ChangeWay.ByNotice when (by.Notice ?? by.Who) is { } who:
                j.MayAct(who, slot.By);
                break;
            case ChangeWay.ByAct when by.Who is { } who:
                j.MayAct(who, slot.By);
                break;
            default:
                if (by.Procedure is { } only)
                    j.Refuse(slot.By, GroundKind.OnlyByProcedure, rule.What, only.Name, new Need("the procedure " + only.Name));
                else
                    j.Refuse(slot.By, GroundKind.OnlyByNotice, rule.What, by.Notice?.Words, new Need("a notice of " + by.Notice?.Words, by.Notice?.Words ?? ""));
                break;
        }
    }

    /// <summary>
    /// The conditions of the provision. What was found or stated may be of the unit, of what comes of it, or of the matter that brought it this far.
    /// </summary>
    private static void Conditions(Judgement j, Change rule, UnitChange change, int matter)
    {
        foreach (var only in rule.OnlyIf)
        {
            if (j.Ask(only, out var condition))
                Condition(j, condition, only.By, change, matter);
        }
    }

    private static void Condition(Judgement j, Condition condition, Provision by, UnitChange change, int matter)
    {
        if (Holds(j, condition, change, matter) == Truth.Yes)
            j.Cite(by, GroundKind.Condition, condition.Words);
        else
            j.Holds(condition, change.Units.FirstOrDefault(u => Holds(j, condition, change with { Units = [u] }, matter) != Truth.Yes, change.Units[0]), by);
    }

    private static int Matter(ChangeWay way) => way is ChangeWay.ByEnd end ? end.Matter : -1;

    private static Truth Holds(Judgement j, Condition condition, UnitChange change, int matter)
    {
        var result = condition.Any ? Truth.No : Truth.Yes;
        foreach (var test in condition.Tests)
        {
            var one = new Condition(false, [test]);
            var truth = Truth.Yes;
            foreach (var unit in change.Units)
                truth = truth.And(j.Holds(one, unit));
            foreach (var other in change.Into.Add(matter))
            {
                if (other >= 0)
                    truth = test.Not ? truth.And(j.Holds(one, other)) : truth.Or(j.Holds(one, other));
            }

            result = condition.Any ? result.Or(truth) : result.And(truth);
        }

        return result;
    }

    /// <summary>The units that a change concerns: those that it happens to, and where one is put elsewhere, those that it leaves and joins.</summary>
    private static ImmutableArray<int> Concerned(Judgement j, UnitChange change)
    {
        if (change.Parent < 0)
            return change.Units;
        var all = change.Units.Add(change.Parent);
        foreach (var unit in change.Units)
        {
            if (j.View.TryValue(Relations.Within, unit, out var parent))
                all = all.Add((int)parent);
        }

        return [.. all.Distinct()];
    }

    internal static string Names(Inquiry q, UnitChange change) => string.Join(" and ", change.Units.Select(q.Roll.NameOf));

    /// <summary>The kind of the units of a change, as they are before it.</summary>
    internal static UnitKind? KindBefore(Inquiry q, ImmutableArray<int> units) =>
        !units.IsEmpty && q.View.TryValue(Relations.Kind, units[0], out var word) ? q.Book.Kind(q.Roll.WordOf(word)) : null;
}
