using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Records;

namespace Foedus.Engine.Judging;

/// <content>Demands, ratifications and objections in which many have to come together.</content>
public sealed partial class Judgement
{
    /// <summary>
    /// Whether those who act, with their seconders, are as many as a provision asks for: "at least 2 republics", "at least a third of
    /// affiliates holding at least a third of paid-members", or simply one who may.
    /// </summary>
    /// <param name="who">Whose demand it takes.</param>
    /// <param name="by">Where it is said.</param>
    /// <param name="what">What is demanded, for the message.</param>
    /// <param name="earlier">Others whose support was accepted before and still counts.</param>
    public Truth Gather(Who who, Provision by, string what, int earlier = 0)
    {
        if (who.Jointly)
            return MayAct(who, by);
        var best = Truth.No;
        var mark = Mark();
        var tried = new List<List<Ground>>();
        foreach (var party in who.Parties)
        {
            Gather(party, by, what, earlier);
            var outcome = OutcomeFrom(mark);
            if (outcome == Truth.Yes)
                return outcome;
            best = best.Or(outcome);
            tried.Add(Cut(mark));
        }

        foreach (var grounds in tried)
            Restore(grounds);
        return best;
    }

    /// <summary>
    /// Like <see cref="Gather(Who, Provision, string, int)"/> for answers that are in order one by one: too few is no reason against the act,
    /// only not yet enough.
    /// </summary>
    public Truth Collect(Who who, Provision by, string what, int earlier)
    {
        var mark = Mark();
        var met = Gather(who, by, what, earlier);
        if (met != Truth.No)
            return met;
        var grounds = Cut(mark);
        foreach (var ground in grounds)
            Restore([ground.Message == GroundKind.DemandShort ? ground with { Informs = true } : ground]);
        return met;
    }

    private void Gather(Party party, Provision by, string what, int earlier)
    {
        // A number may stand with the set itself ("at least 2 republics") or with that of which it is one ("Legislature of at least ...").
        var counted = party.Quantity is not null ? party : party.Of is { Quantity: not null } of ? of : null;
        var single = counted is null ? party : party with { Quantity = null, Of = party.Of is { } o ? o with { Quantity = null } : null };
        var support = new HashSet<int>();
        foreach (var doer in Act.By)
        {
            if (Is(doer, single) == Truth.No && (counted is null || IsUnit(UnitOf(doer), counted) == Truth.No))
            {
                Refuse(by, GroundKind.NoPower, party.Words, Roll.NameOf(doer), new Need(party.Words, party.Words));
                return;
            }

            support.Add(doer);
        }

        if (counted?.Quantity is not { } quantity)
        {
            Cite(by, GroundKind.Power, ActorName);
            return;
        }

        var count = support.Count + Act.Count + earlier;
        if (IsBySeconders(counted))
            count = Act.Count + earlier;
        var asked = Asked(quantity, counted);
        if (asked is not { } needed)
        {
            Note(Truth.Open, by, GroundKind.UnitsOpen, counted.Words, null, new Need("how many there are of " + counted.Words));
            return;
        }

        if (count < needed)
        {
            var more = needed - count;
            Refuse(by, GroundKind.DemandShort, what, new object?[] { count, party.Words }, new Need(More(more, counted), party.Words));
            return;
        }

        Cite(by, GroundKind.Demanded, what, ActorName + (Act.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {Act.Count} {Act.Seconders}") : ""));
        if (counted.Holding is { } holding && counted.HoldingMeasure is { } measure)
            Held(holding, measure, support, by);
    }

    /// <summary>"seconded by 50_000 electors": the seconders are themselves the whole number of a sort that the doer is not of.</summary>
    private bool IsBySeconders(Party counted) =>
        Act.Count > 0 && counted.Kind is PartyKind.Electors or PartyKind.Member && Act.By.All(d => Is(d, counted with { Quantity = null }) == Truth.No);

    private Ratio? Asked(Quantity quantity, Party counted)
    {
        if (!quantity.IsShare && quantity.How != Comparison.All)
            return quantity.How == Comparison.MoreThan ? quantity.Value.Floor() + 1 : quantity.Value.Ceiling();
        if (HowMany(counted) is not { } total)
            return null;
        var asked = quantity.How == Comparison.All ? total : quantity.Value * total;
        return quantity.How == Comparison.MoreThan ? asked.Floor() + 1 : asked.Ceiling();
    }

    private void Held(Quantity holding, Measure measure, HashSet<int> support, Provision by)
    {
        var (all, some) = (Ratio.Zero, Ratio.Zero);
        var known = Act.Count == 0;
        foreach (var link in View.Objects(Relations.OfKind, Roll.Word(measure.Kind.Name)))
        {
            if (FigureOf(link.Thing, measure) is not { } value)
            {
                known = false;
                continue;
            }

            all += value;
            if (support.Contains(link.Thing))
                some += value;
        }

        var met = known ? Compare(holding, some, all) : Truth.Open;
        Note(met, by, GroundKind.Demanded, measure.Name, some.ToString(), met == Truth.Yes ? null : new Need(holding.Words + " of the " + measure.Name));
    }

    internal static string More(Ratio more, Party of)
    {
        var word = of.UnitKind is { } kind ? more == Ratio.One ? kind.Name : kind.Plural : of.Name;
        return more.ToMixedString() + " more " + word;
    }
}
