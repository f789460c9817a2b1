using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Mandates;

/// <summary>
/// Seats reserved for a category, in a list of those who are to sit for a unit. A reserve of the body holds for the whole list, one of a line
/// of seats for so many of the list as sit on that line. A list is in order if its people can be placed so that every reserve holds. Where
/// one and the same chooses for all units, the lists are one (<see cref="ReservesOfAll"/>).
/// </summary>
internal sealed class Reserves(Judgement j, BodyAt body)
{
    /// <summary>Weighs the lists of an act, and gives back how many of each list take their seats.</summary>
    public int[] Weigh(IReadOnlyList<(int Unit, int Seats)> lists)
    {
        var taken = lists.Select(l => l.Seats).ToArray();
        if (j.Act.Sort is { } told)
        {
            var known = j.Book.Edition.Categories.Exists(c => string.Equals(c.Name, told, StringComparison.Ordinal));
            var most = lists.Sum(l => l.Seats);
            if (!known)
                j.Refuse(body.Body.By, GroundKind.CategoryUnknown, told, null, new Need("the number without " + told));
            else if (j.Act.Count > most)
                j.Refuse(body.Body.By, GroundKind.ReserveTooMany, j.Act.Count, new object?[] { told, most }, new Need("at most " + most.ToString(CultureInfo.InvariantCulture)));
            if (!known || j.Act.Count > most)
                return taken;
        }

        foreach (var category in All.Select(r => r.Reserve.For.Name).Distinct(StringComparer.Ordinal).ToList())
            Weigh(category, lists, taken);
        foreach (var (reserve, line) in Said.Where(r => IsOne(r.Reserve, r.Line)).ToList())
        {
            if (new ReservesOfAll(j, body).Weigh(reserve, line, lists, (unit, seats) => line < 0 ? seats : OnLines(unit, seats).GetValueOrDefault(line)) is var off and not 0)
                Keep(reserve, taken, reserve.For.Name, Math.Abs(off));
        }

        return taken;
    }

    /// <summary>An election tells nothing of categories: where places are reserved for one, the ruling says on whose word that is taken.</summary>
    public static void Untold(Judgement j, ElectiveLine line, int unit)
    {
        if (line.Body is not { Body: var of } || line.Group is not { } group)
            return;
        foreach (var reserve in group.Reserves.Concat(of.Reserves).Concat(of.ChamberOf?.Reserves ?? []))
        {
            if (reserve.WhenSeats is not { } when || line.Places(j, unit).Most is not { } places || places >= when)
                j.Cite(reserve.By, GroundKind.ReserveOnWord, reserve.For.Name, j.ActorName);
        }
    }

    /// <summary>Those that hold of each list.</summary>
    private IEnumerable<(Reserve Reserve, int Line)> All => Said.Where(r => !IsOne(r.Reserve, r.Line));

    private bool IsOne(Reserve reserve, int line) => ReservesOfAll.IsOne(body.Body, reserve, line < 0 ? null : body.Body.Seats[line]);

    private IEnumerable<(Reserve Reserve, int Line)> Said =>
        body.Body.Reserves.Concat(body.Body.ChamberOf?.Reserves ?? []).Select(r => (r, -1))
            .Concat(body.Body.Seats.SelectMany((g, i) => g.Reserves.Select(r => (r, i))));

    private void Weigh(string category, IReadOnlyList<(int Unit, int Seats)> lists, int[] taken)
    {
        if (Bounds(category, lists, null) is not { } bounds)
            return;
        var by = bounds.Find(b => b.By is not null).By;
        if (by is null)
            return;
        var all = lists.Sum(l => l.Seats);
        if (!string.Equals(j.Act.Sort, category, StringComparison.Ordinal))
        {
            if (bounds.Exists(b => b.Least > 0) || bounds.Zip(lists).Any(b => b.First.Most < b.Second.Seats))
                j.Note(Truth.Open, by.By, GroundKind.ReserveUntold, Asks(bounds), category, new Need("how many " + category + " there are on the list"));
            return;
        }

        var count = j.Act.Count;
        if (count < Least(bounds) || count > Most(bounds, lists))
            Broken(by, bounds, lists, taken, category, count);
        else if (lists.Count == 1 || bounds.Zip(lists).All(b => Holds(b.First, b.Second.Seats, count, all)))
            j.Cite(by.By, GroundKind.ReserveMet, Asks(bounds), category);
        else
            j.Note(Truth.Open, by.By, GroundKind.ReserveUntold, Asks(bounds), category, new Need("how many " + category + " there are on each list"));
    }

    private static int Least(List<(int Least, int Most, Reserve? By)> bounds) => bounds.Sum(b => b.Least);

    private static int Most(List<(int Least, int Most, Reserve? By)> bounds, IReadOnlyList<(int Unit, int Seats)> lists) =>
        bounds.Zip(lists).Sum(b => Math.Min(b.First.Most, b.Second.Seats));

    /// <summary>Each reserve that does not hold by itself has its own consequence; where only all together do not, that of the first.</summary>
    private void Broken(Reserve first, List<(int Least, int Most, Reserve? By)> all, IReadOnlyList<(int Unit, int Seats)> lists, int[] taken, string category, int count)
    {
        var any = false;
        foreach (var reserve in All.Select(r => r.Reserve).Where(r => string.Equals(r.For.Name, category, StringComparison.Ordinal)).ToList())
        {
            if (Bounds(category, lists, reserve) is not { } alone || !alone.Exists(b => b.By is not null))
                continue;
            if (count < Least(alone) || count > Most(alone, lists))
            {
                Short(reserve, alone, lists, taken, category, count, tooMany: count > Most(alone, lists));
                any = true;
            }
        }

        if (!any)
            Short(first, all, lists, taken, category, count, tooMany: count > Most(all, lists));
    }

    /// <summary>Whether a list is in order however the figure of several lists divides.</summary>
    private static bool Holds((int Least, int Most, Reserve? By) bounds, int seats, int count, int all) =>
        Math.Max(0, count - (all - seats)) >= bounds.Least && Math.Min(seats, count) <= bounds.Most;

    private void Short(Reserve by, List<(int Least, int Most, Reserve? By)> bounds, IReadOnlyList<(int Unit, int Seats)> lists, int[] taken, string category, int count, bool tooMany)
    {
        var asked = tooMany ? Most(bounds, lists) : Least(bounds);
        if (!j.Ask(by.IfShort, out var then))
            return;
        if (then == IfShort.ListRefused)
        {
            var off = Math.Abs(asked - count).ToString(CultureInfo.InvariantCulture);
            j.Refuse(
                by.By, tooMany ? GroundKind.ReserveExceeded : GroundKind.ReserveShort, asked, new object?[] { category, count },
                new Need(tooMany ? off + " " + category + " fewer" : off + " " + category));
            return;
        }

        Keep(by, taken, category, Math.Abs(asked - count));
    }

    /// <summary>What is missing stays empty, for good or until the next of the category is named.</summary>
    private void Keep(Reserve by, int[] taken, string category, int missing)
    {
        if (!j.Ask(by.IfShort, out var then))
            return;
        j.Cite(by.IfShort.By, then == IfShort.SeatsStayEmpty ? GroundKind.ReserveEmpty : GroundKind.ReserveNext, missing, category);
        for (var i = 0; i < taken.Length && missing > 0; i++)
        {
            var fewer = Math.Min(missing, taken[i]);
            taken[i] -= fewer;
            missing -= fewer;
        }
    }

    private List<(int Least, int Most, Reserve? By)>? Bounds(string category, IReadOnlyList<(int Unit, int Seats)> lists, Reserve? only)
    {
        var bounds = new List<(int Least, int Most, Reserve? By)>();
        foreach (var (unit, seats) in lists)
        {
            if (Bounds(category, unit, seats, only) is not { } one)
                return null;
            bounds.Add(one);
        }

        return bounds;
    }

    /// <summary>The least and the most of a category in a list; null, with the reason noted, if a share is not known.</summary>
    private (int Least, int Most, Reserve? By)? Bounds(string category, int unit, int seats, Reserve? only)
    {
        var (least, most) = (0, seats);
        Reserve? by = null;
        var lines = OnLines(unit, seats);
        var perLine = new Dictionary<int, (int Least, int Most)>();
        foreach (var (reserve, line) in All)
        {
            if ((only is not null && reserve != only) || !string.Equals(reserve.For.Name, category, StringComparison.Ordinal) || (line >= 0 && lines.GetValueOrDefault(line) == 0))
                continue;
            var size = line >= 0 ? lines[line] : seats;
            if (reserve.WhenSeats is { } when && size < when)
                continue;
            by ??= reserve;
            if (Asked(reserve, unit, size) is not var (low, high))
            {
                j.Note(Truth.Open, reserve.By, GroundKind.ReserveUntold, "a share", category, new Need("the " + reserve.ShareOf?.Name + " of " + j.Roll.NameOf(unit)));
                return null;
            }

            if (line < 0)
                (least, most) = (Math.Max(least, low), Math.Min(most, high));
            else
                perLine[line] = perLine.TryGetValue(line, out var before) ? (Math.Max(before.Least, low), Math.Min(before.Most, high)) : (low, high);
        }

        return (Math.Max(least, perLine.Values.Sum(l => l.Least)), Math.Min(most, seats - perLine.Sum(l => lines[l.Key] - l.Value.Most)), by);
    }

    /// <summary>How many of the seats of a list are on each line: the first are filled first.</summary>
    private Dictionary<int, int> OnLines(int unit, int seats)
    {
        var lines = new Dictionary<int, int>();
        foreach (var (line, number) in SeatsOf(unit))
        {
            lines[line] = Math.Min(number, seats);
            seats -= lines[line];
        }

        return lines;
    }

    /// <summary>How many seats a unit has on each line.</summary>
    private IEnumerable<(int Line, int Seats)> SeatsOf(int unit)
    {
        var count = j.Seats(body).Lines;
        for (var i = 0; i < count.Length; i++)
        {
            foreach (var share in count[i].Shares)
            {
                if (share.Unit == unit && share.Most is { } most && most.TryToInt64(out var seats))
                    yield return (i, (int)seats);
            }
        }
    }

    /// <summary>The least and the most that a reserve asks of so many seats.</summary>
    private (int Least, int Most)? Asked(Reserve reserve, int unit, int seats)
    {
        if (reserve.Amount is not { } amount)
            return j.ShareOf(reserve.ShareOf!, unit) is { } share ? (Within((share * seats).Ceiling(), seats), seats) : null;
        return Asked(amount, seats);
    }

    /// <summary>The least and the most that an amount asks of so many seats.</summary>
    public static (int Least, int Most) Asked(Quantity amount, int seats)
    {
        var exact = amount.IsShare ? amount.Value * seats : amount.Value;
        return amount.How switch
        {
            Comparison.AtMost => (0, Within(exact.Floor(), seats)),
            Comparison.FewerThan => (0, Within(exact.Ceiling() - 1, seats)),
            Comparison.MoreThan => (Within(exact.Floor() + 1, seats), seats),
            _ => (Within(exact.Ceiling(), seats), seats),
        };
    }

    private static int Within(System.Numerics.BigInteger number, int seats) => (int)System.Numerics.BigInteger.Clamp(number, 0, seats);

    private static string Asks(List<(int Least, int Most, Reserve? By)> bounds)
    {
        var least = bounds.Sum(b => b.Least);
        return least > 0 ? "at least " + least.ToString(CultureInfo.InvariantCulture) : "at most " + bounds.Sum(b => b.Most).ToString(CultureInfo.InvariantCulture);
    }
}
