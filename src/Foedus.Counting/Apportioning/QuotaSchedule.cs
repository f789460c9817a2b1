using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>
/// The quota method without following it from house to house, where total * (house + 1) fits 62 bits.
/// <para>
/// The seat after s others of a unit may be given in a house h where s * total / claim is below h: from the house
/// floor(s * total / claim) + 1 on, its first. The greatest claim / (s + 1) is the least term (s + 1) * total / claim. First house and term
/// of each seat are known before anything is given, and both rise with s, so that a unit whose seat is up is served in the order of its
/// seats. In each house the seat of the least term is given among those that are up and not given.
/// </para>
/// <para>
/// So the seat of the least term of all gets its first house, whatever the others are; the next one the first house from its own on that is
/// not taken; and by induction each seat, in the order of terms, the first free house from its own first one on: those of a later term never
/// keep it from a house. A seat that finds no house is not given. Among equal terms the unit that comes first in the list goes first.
/// </para>
/// Terms are spread as evenly as houses are, about one between a whole number and the next. O(seats + units) then, and
/// O(n log n) for n seats where many terms fall together.
/// </summary>
internal sealed class QuotaSchedule
{
    private readonly long[] _claims;
    private readonly long[] _start;
    private readonly long _total;
    private readonly long _given;
    private readonly int _steps;

    private QuotaSchedule(long[] claims, long total, long[] start, long given, int steps)
    {
        _claims = claims;
        _total = total;
        _start = start;
        _given = given;
        _steps = steps;
    }

    /// <summary>Gives the seats from one house to another.</summary>
    /// <param name="claims">Whole claims, one above zero at least.</param>
    /// <param name="total">Their sum; total * (house + 1) is below 2^62.</param>
    /// <param name="start">The seats in the house <paramref name="given"/>, which is their sum.</param>
    /// <param name="given">The house to begin with.</param>
    /// <param name="house">The house to end with.</param>
    /// <returns>
    /// Seats of each unit, and the units in the order in which they are served. Null where it is not for this: somebody without a seat at the
    /// end may have as much right to one as somebody who got his, so that the groups of equal rights must be followed; or floors let far more
    /// seats come up than there are to give.
    /// </returns>
    public static (long[] Seats, ImmutableArray<int> Order)? Run(long[] claims, long total, long[] start, long given, long house)
    {
        var schedule = new QuotaSchedule(claims, total, start, given, (int)(house - given));
        return schedule.InOrder() is { } seats ? schedule.Give(seats) : null;
    }

    // Every seat that is up in some house, by term; null where there are far more than steps. Sorted first by the whole part of the term, those
    // far beyond the last house together. Without floors above shares there are less than one a step and one a unit.
    private Seat[]? InOrder()
    {
        var seats = GC.AllocateUninitializedArray<Seat>((2 * _steps) + _claims.Length);
        var far = _steps + (_steps / 2) + 1;
        var ends = new int[far + 2];
        var made = 0;
        for (var unit = 0; unit < _claims.Length; unit++)
        {
            var claim = _claims[unit];
            if (claim == 0) continue;
            var (stepWhole, stepRest) = Math.DivRem(_total, claim);
            var (whole, rest) = (stepWhole * _start[unit], stepRest * _start[unit]);
            if (rest >= claim)
            {
                whole += rest / claim;
                rest %= claim;
            }

            whole -= _given;
            for (var number = 1; whole < _steps; number++)
            {
                var first = whole < 0 ? 0 : (int)whole;
                whole += stepWhole;
                rest += stepRest;

                // One more and the claim less where the rest has reached the claim, without a branch that nobody can foresee.
                var below = (rest - claim) >> 63;
                whole += 1 + below;
                rest -= claim & ~below;
                var part = whole < 0 ? 0 : (int)Math.Min(whole, far);
                ends[part + 1]++;
                if (made == seats.Length) return null;
                seats[made++] = new Seat(unit, number, first, part);
            }
        }

        for (var part = 1; part < ends.Length; part++) ends[part] += ends[part - 1];
        var sorted = GC.AllocateUninitializedArray<Seat>(made);
        foreach (ref readonly var seat in seats.AsSpan(0, made)) sorted[ends[seat.Part]++] = seat;
        for (var (part, from) = (0, 0); part < ends.Length - 1; from = ends[part++])
            if (ends[part] - from > 1) Sort(sorted.AsSpan(from, ends[part] - from));
        return sorted;
    }

    private void Sort(Span<Seat> seats)
    {
        if (seats.Length > 32)
        {
            seats.Sort((one, other) => Compare(one, other) is var order and not 0 ? order : one.Unit.CompareTo(other.Unit));
            return;
        }

        // The units come in ascending: equal ones stay as they are.
        for (var i = 1; i < seats.Length; i++)
        {
            var seat = seats[i];
            var at = i;
            for (; at > 0 && Compare(seats[at - 1], seat) > 0; at--) seats[at] = seats[at - 1];
            seats[at] = seat;
        }
    }

    // By (s + 1) / claim; both products are below total * (house + 1).
    private int Compare(in Seat one, in Seat other) =>
        ((_start[one.Unit] + one.Number) * _claims[other.Unit]).CompareTo((_start[other.Unit] + other.Number) * _claims[one.Unit]);

    // Each seat gets the first free step from its own on; null where a seat is not given and one of an equal term is.
    private (long[] Seats, ImmutableArray<int> Order)? Give(Seat[] seats)
    {
        // Bits of free steps, one beyond the last; and for each word the next that has any, found as in sets that are joined.
        var free = new ulong[(_steps / 64) + 1];
        var next = new int[free.Length];
        for (var word = 0; word < free.Length; word++) (free[word], next[word]) = (ulong.MaxValue, word);
        var ends = (long[])_start.Clone();
        var order = new int[_steps];
        var before = true;
        for (var i = 0; i < seats.Length; i++)
        {
            ref readonly var seat = ref seats[i];
            var word = seat.First >> 6;
            var bits = free[word] & (ulong.MaxValue << (seat.First & 63));
            if (bits == 0)
            {
                word++;
                while (next[word] != word) word = next[word] = next[next[word]];
                bits = free[word];
            }

            var step = (word << 6) + BitOperations.TrailingZeroCount(bits);
            var given = step < _steps;
            if (given != before && i > 0 && Compare(seats[i - 1], seat) == 0) return null;
            before = given;
            if (given)
            {
                order[step] = seat.Unit;
                ends[seat.Unit]++;
                free[word] ^= 1UL << (step & 63);
                if (free[word] == 0) next[word] = word + 1;
            }
        }

        return (ends, ImmutableCollectionsMarshal.AsImmutableArray(order));
    }

    /// <param name="Unit">Whose seat.</param>
    /// <param name="Number">Which one after those of the start, from 1.</param>
    /// <param name="First">The first step in which it may be given, from 0.</param>
    /// <param name="Part">The whole part of its term, in steps; that of terms before the first step is 0, of terms far after the last the greatest.</param>
    private readonly record struct Seat(int Unit, int Number, int First, int Part);
}
