using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Standing;

namespace Foedus.Engine.Law;

/// <summary>
/// Legal acts of which one is directed against the other: the one that ranks under the other's sort gives way, for as long as the other is in
/// force and where it is.
/// </summary>
internal static class Ranks
{
    private const int Deepest = 8;

    /// <summary>The act that prevails over one in a unit (-1: in general), or -1.</summary>
    public static int Over(Inquiry q, int instrument, int unit, int depth)
    {
        if (depth >= Deepest || !q.View.TryValue(Relations.Sort, instrument, out var sort))
            return -1;
        if (q.View.TryValue(Relations.Target, instrument, out var target) && Prevails(q, (int)target, sort, unit, depth))
            return (int)target;
        foreach (var link in q.View.Objects(Relations.IssuedAgainst, instrument).ToList())
        {
            if (Prevails(q, link.Thing, sort, unit, depth))
                return link.Thing;
        }

        return -1;
    }

    private static bool Prevails(Inquiry q, int other, long sort, int unit, int depth)
    {
        if (!q.View.TryValue(Relations.Sort, other, out var otherSort)
            || RankedUnder(q, q.Book, q.Roll.WordOf(sort), q.Roll.WordOf(otherSort)) is not { } by
            || InstrumentStanding.Look(q, other, unit, depth + 1) != InstrumentState.InForce)
        {
            return false;
        }

        q.Cite(by, GroundKind.RanksUnder, q.Roll.WordOf(sort), q.Roll.WordOf(otherSort));
        return true;
    }

    /// <summary>Where it is said that one sort ranks under another, directly or by a third; null if it is not.</summary>
    private static Provision? RankedUnder(Inquiry q, Rulebook book, string lower, string higher)
    {
        var open = new Queue<(string Sort, Provision? By)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { lower };
        open.Enqueue((lower, null));
        while (open.TryDequeue(out var next))
        {
            if (book.Instrument(next.Sort)?.RanksUnder is not { } slot || !q.Ask(slot, out var over))
                continue;
            foreach (var sort in over)
            {
                if (string.Equals(sort, higher, StringComparison.Ordinal))
                    return next.By ?? slot.By;
                if (seen.Add(sort))
                    open.Enqueue((sort, next.By ?? slot.By));
            }
        }

        return null;
    }
}
