using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Mandates;

/// <summary>
/// Seats reserved for a category where one and the same chooses for all units ("chosen by Assembly, from that region"): the reserve is of all
/// these seats together, and a list of some of them breaks it only if the seats beside it cannot make up for it any more.
/// </summary>
internal sealed class ReservesOfAll(Judgement j, BodyAt body)
{
    /// <summary>
    /// Whether a reserve is of all seats together. Where each unit chooses its own, and where the share is a figure of each unit, it is of each
    /// list.
    /// </summary>
    public static bool IsOne(Body body, Reserve reserve, SeatGroup? line)
    {
        if (reserve.ShareOf is not null)
            return false;
        var of = (line is null ? body.Seats : [line]).Where(g => g.Formula.Fillers.Any(f => LineCount.KindOf(f) is not null)).ToList();
        return of.Count > 0 && of.TrueForAll(g => (g.Chosen ?? body.Chosen ?? body.ChamberOf?.Chosen)?.Fillers is { IsEmpty: false } ways && ways.All(w => !w.By.Parties.Any(Choosers.IsBoundToUnit)));
    }

    /// <summary>Weighs the lists of an act with those that were certified before.</summary>
    /// <param name="reserve">The reserve.</param>
    /// <param name="line">The number of its line of seats, or -1: of the body.</param>
    /// <param name="lists">The lists of the act.</param>
    /// <param name="onLine">How many of a number of seats of a unit are on the line.</param>
    /// <returns>How many of the category are too few (above 0) or too many (below 0); 0 if the reserve holds, can still hold or is open.</returns>
    public int Weigh(Reserve reserve, int line, IReadOnlyList<(int Unit, int Seats)> lists, Func<int, int, int> onLine)
    {
        var category = reserve.For.Name;
        var seats = j.Seats(body);
        var range = line < 0 ? seats.Range : line < seats.Lines.Length ? seats.Lines[line].Total : SeatRange.Unknown;
        if (range.Exact is not { } exact || !exact.TryToInt64(out var total))
        {
            j.Note(Truth.Open, reserve.By, GroundKind.ReserveUntold, "so many of all seats", category, new Need("the seats of " + body.Name));
            return 0;
        }

        if (reserve.WhenSeats is { } when && total < when)
            return 0;
        var (least, most) = Reserves.Asked(reserve.Amount!, (int)total);
        var filled = lists.Sum(l => onLine(l.Unit, l.Seats));
        var (low, high) = Of(j.Act.Sort, j.Act.Count, category, lists.Sum(l => l.Seats), filled);
        foreach (var earlier in Earlier(lists))
        {
            var act = j.State.ActOf(earlier.Key);
            var kept = earlier.Sum(m => onLine(m.Unit, m.Count));
            var (atLeast, atMost) = Of(act.Sort, act.Count, category, act.Shares.Sum(s => s.Seats), kept);
            (low, high, filled) = (low + atLeast, high + atMost, filled + kept);
        }

        var rest = Math.Max(0, (int)total - filled);
        var asks = least > 0 ? "at least " + Text(least) : "at most " + Text(most);
        if (high + rest < least)
            return Broken(reserve, category, asks, total, high + rest, least - high - rest);
        if (low > most)
            return Broken(reserve, category, asks, total, low, most - low);
        if (low >= least && high + rest <= most)
            j.Cite(reserve.By, GroundKind.ReserveMetOfAll, asks, new object?[] { total, category });
        else if (rest > 0)
            j.Cite(reserve.By, GroundKind.ReserveOfRest, asks, new object?[] { total, category, rest });
        else
            j.Note(Truth.Open, reserve.By, GroundKind.ReserveUntold, asks, category, new Need("how many " + category + " there are on each list"));
        return 0;
    }

    private int Broken(Reserve reserve, string category, string asks, long total, int count, int off)
    {
        if (!j.Ask(reserve.IfShort, out var then))
            return 0;
        if (then != IfShort.ListRefused)
            return off;
        j.Refuse(
            reserve.By, GroundKind.ReserveShortOfAll, asks, new object?[] { total, category, (off > 0 ? "at most " : "at least ") + Text(count) },
            new Need(Text(Math.Abs(off)) + " " + category + (off > 0 ? "" : " fewer")));
        return 0;
    }

    /// <summary>Numbers certified before that still stand, by the act that certified them, but for units of which the act certifies anew.</summary>
    private IEnumerable<IGrouping<int, Mandate>> Earlier(IReadOnlyList<(int Unit, int Seats)> lists)
    {
        var post = j.Book.ThingOf(body);
        return j.Mandates.Delegations(post).Where(m => !lists.Any(l => l.Unit == m.Unit)).ToList()
            .Select(m => (Mandate: m, j.View.Look(Relations.Delegation, post, m.Unit).Version))
            .GroupBy(m => j.State.Store[m.Version].Source, m => m.Mandate);
    }

    /// <summary>How many of a category there are at least and at most among some of those of a list of which so many were told.</summary>
    private static (int Least, int Most) Of(string? told, int count, string category, int all, int some) =>
        string.Equals(told, category, StringComparison.Ordinal) ? (Math.Max(0, count - (all - some)), Math.Min(count, some)) : (0, some);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
