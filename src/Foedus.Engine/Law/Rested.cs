using System.Collections.Frozen;
using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Law;

/// <summary>
/// What rested on something that falls: later acts that would have been refused without it, or would have come out otherwise. They are judged
/// again as if it had not been; those that come out alike rested on something else as well. What becomes of them is for the charter to say.
/// </summary>
internal static class Rested
{
    /// <summary>Finds what rested on a source that falls, names it, and treats it as the remedy says.</summary>
    public static void Follow(Judgement j, Remedy remedy, int thing, int source, SourceStanding standing, Day from)
    {
        // Within a supposition nothing more is supposed.
        if (j.State.Supposed is not null)
            return;
        var rested = Find(j, thing, source, standing, from, onward: false);
        if (rested.Count == 0)
            return;

        // What becomes of them is asked only where there are any.
        var falls = remedy.LaterActs is { } later && j.AskLimit(later, out var fate) ? fate : (LaterActs?)null;
        if (falls == LaterActs.FallWithIt)
            rested = Find(j, thing, source, standing, from, onward: true);
        var numbers = string.Join(", ", rested.Select(r => j.State.DigestOf(r.Act).Number.ToString(CultureInfo.InvariantCulture)));
        if (falls is not { } treated)
        {
            j.Inform(Truth.No, remedy.LaterActs?.By ?? remedy.By, GroundKind.RestedUnsaid, numbers);
            return;
        }

        j.Cite(remedy.LaterActs!.By, GroundKind.Rested, numbers, treated switch
        {
            LaterActs.Stand => "they stand",
            LaterActs.FallWithIt => "they fall with it",
            _ => "they may be challenged from this day",
        });
        foreach (var (act, refused) in rested)
        {
            if (treated == LaterActs.FallWithIt)
                Fall(j, act, refused, standing);
            else if (treated == LaterActs.MayBeChallenged)
                Open(j, act);
        }
    }

    /// <summary>The acts that rested on a source, in order, and whether each would have been refused (else it comes out otherwise).</summary>
    private static List<(int Act, bool Refused)> Find(Judgement j, int thing, int source, SourceStanding standing, Day from, bool onward)
    {
        var store = j.State.Store;
        var fallen = new HashSet<int> { source };
        var touched = new HashSet<int> { thing };
        var everything = j.Book.Instrument(j.View.TryValue(Relations.Sort, thing, out var sort) ? j.Roll.WordOf(sort) : null) is null;
        var rested = new List<(int, bool)>();
        var birth = source >= 0 ? source : store.ProspectiveOf(source).Recorded;
        for (var at = birth + 1; at <= j.State.Known; at++)
        {
            var digest = j.State.DigestOf(at);
            if (digest.Done < from || IsRefused(j, digest.Diagram))
                continue;
            var act = j.State.ActOf(at);
            if (!everything && !touched.Contains(act.Object) && !touched.Contains(act.Other))
                continue;
            var without = Judge.RuleWithin(j.State.Supposing(at - 1, new Supposition(fallen.ToFrozenSet(), standing, from)), act);
            if (without.Diagram == digest.Diagram)
                continue;
            var refused = without.Verdict == Verdict.Refused;
            rested.Add((at, refused));
            if (!onward)
                continue;
            if (refused)
                fallen.Add(at);
            foreach (var product in Products(store, at))
                fallen.Add(product);
            touched.Add(act.Object);
        }

        return rested;
    }

    private static bool IsRefused(Judgement j, Diagram diagram) =>
        j.State.Store.Conditions.IsConstant(diagram, out var leaf) && Branch.VerdictOf(leaf) == Verdict.Refused;

    /// <summary>What a later act made falls as that did on which it rested; the act itself only if it could not have been done.</summary>
    private static void Fall(Judgement j, int act, bool refused, SourceStanding standing)
    {
        var (first, last) = standing == SourceStanding.Void ? (Day.Min, Day.Max) : (j.Today, Day.Max);
        if (refused)
        {
            j.Challenge(act, standing, first, last);
            return;
        }

        foreach (var product in Products(j.State.Store, act))
            j.Challenge(product, standing, first, last);
    }

    /// <summary>Remedies lie against what a later act made, for their own time from today.</summary>
    private static void Open(Judgement j, int act)
    {
        var store = j.State.Store;
        foreach (var version in Products(store, act).Prepend(act).SelectMany(store.MadeBy))
        {
            var key = store.KeyOf(store[version].Line);
            if (key.Relation == Relations.MadeBy)
                j.Write(Relations.Challengeable, key.Subject, 1);
        }
    }

    private static IEnumerable<int> Products(FactStore store, int act) =>
        store.PreparedBy(act).Where(p => store.ProspectiveOf(p).Tag == Judging.Effect.ProductTag);
}
