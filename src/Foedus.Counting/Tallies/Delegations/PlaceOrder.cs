using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// An order of candidates in which every so-many-th place is kept for a group: "every second delegate a woman". Each candidate keeps the
/// order inside the group and outside it; somebody of the group who stands higher anyway counts (zipping; for lists:
/// M. L. Krook, Quotas for Women in Politics, 2009; International IDEA, Gender Quotas Database, "rank order").
/// </summary>
/// <param name="Order">The candidates by their places in the order that was given.</param>
/// <param name="Wanting">Places, from 1, that are kept for the group and have nobody of it left; the next of the others stands there.</param>
public sealed record PlaceOrder(ImmutableArray<int> Order, ImmutableArray<int> Wanting)
{
    /// <summary>
    /// Orders candidates so that of the first m at least m / nth, rounded down, are of the group, as long as the group has members.
    /// Cost: linear.
    /// </summary>
    /// <param name="isOfGroup">Whether each candidate, in the order of preference, is of the group.</param>
    /// <param name="nth">Every how many-th place is kept; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1.</exception>
    public static PlaceOrder Zip(IReadOnlyList<bool> isOfGroup, int nth = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        var taken = new bool[isOfGroup.Count];
        var order = ImmutableArray.CreateBuilder<int>(taken.Length);
        var wanting = ImmutableArray.CreateBuilder<int>();
        var (next, member, placed) = (0, 0, 0);
        while (order.Count < taken.Length)
        {
            while (next < taken.Length && taken[next]) next++;
            while (member < taken.Length && (taken[member] || !isOfGroup[member])) member++;
            var owed = (order.Count + 1) / nth > placed;
            if (owed && member == taken.Length && (order.Count + 1) % nth == 0) wanting.Add(order.Count + 1);
            var chosen = owed && member < taken.Length ? member : next;
            taken[chosen] = true;
            if (isOfGroup[chosen]) placed++;
            order.Add(chosen);
        }

        return new PlaceOrder(order.MoveToImmutable(), wanting.ToImmutable());
    }
}
