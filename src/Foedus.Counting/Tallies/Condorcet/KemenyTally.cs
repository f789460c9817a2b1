using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Foedus.Counting;

/// <summary>Kemeny's rule as a count: the places of a best order, from the top, and the judge where several best orders differ.</summary>
internal static class KemenyTally
{
    // The search through subsets is done once for a contest, however many ways its ties are followed.
    private static readonly ConditionalWeakTable<PairwiseMatrix, StrongBox<(int Places, KemenyOrders? Orders)>> Solved = [];

    public static TallyResult Count(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (PairTable.Refusal(contest, options) is { } refusal) return refusal;
        var matrix = PairwiseMatrix.Of(contest);
        var places = options.Reserved.IsEmpty ? contest.Seats : matrix.Size;
        if (Orders(matrix, places) is not { } orders) return TooMany(contest, matrix, places);

        var before = PairTable.Rounds(contest, matrix);
        var events = new List<TallyEvent>();
        var order = new List<int>();
        while (order.Count < Math.Min(places, matrix.Size))
        {
            var next = orders.Next(order);
            int[] tied = [.. next.Select(candidate => matrix.Candidates[candidate])];
            var chosen = SeatFilling.Choose(judge, TiePurpose.Elect, before.Length + 1, tied, events);
            order.Add(next[Array.IndexOf(tied, chosen)]);
        }

        ImmutableArray<int> rest = [.. Enumerable.Range(0, matrix.Size).Except(order)];
        IEnumerable<ImmutableArray<int>> tiers = [.. order.Select(candidate => ImmutableArray.Create(candidate)), rest];
        var filling = SeatFilling.Fill(
            contest, options, judge, before.Length + 1, PairTable.InContest(matrix, tiers.Where(tier => !tier.IsEmpty)));
        var rows = order.Select((candidate, place) =>
            new TallyRow(matrix.Candidates[candidate], null, [place + 1], filling.Standing(matrix.Candidates[candidate])));
        var table = new TallyRound(
            "Take a best order: the fewest preferences stand against it",
            ["place"],
            [
                .. rows,
                new TallyRow(null, "preferences against it", [orders.Against]),
                new TallyRow(null, "orders that are as good", [orders.Count]),
            ],
            [.. events, .. filling.Events]);
        return ScoreTable.Tallied(filling, judge, [.. before, table]);
    }

    private static KemenyOrders? Orders(PairwiseMatrix matrix, int places)
    {
        if (Solved.TryGetValue(matrix, out var known) && known.Value.Places == places) return known.Value.Orders;
        var orders = KemenyOrders.Of(matrix, places);
        Solved.AddOrUpdate(matrix, new((places, orders)));
        return orders;
    }

    // What is proved without the search: the tiers, and so who can have the first places.
    private static NotTallied TooMany(Contest contest, PairwiseMatrix matrix, int places)
    {
        var before = 0;
        var names = new List<string>();
        foreach (var tier in new MajorityRelation(matrix).Tiers)
        {
            if (before >= places) break;
            before += tier.Length;
            names.AddRange(tier.Select(candidate => contest.Candidates[matrix.Candidates[candidate]].Name));
        }

        return new NotTallied(
            TallyRefusal.TooManyCandidates,
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"at most {KemenyOrders.MostInTier} who beat everybody else can be put in order; proved: the elected are among {string.Join(", ", names)}"));
    }
}
