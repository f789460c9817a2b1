using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>Ranked pairs as a count: first what holds in every order of equally strong pairs, and only where that is not enough the judge.</summary>
internal static class RankedPairsTally
{
    public static Func<Contest, TallyOptions, TieJudge, TallyResult> By(DefeatStrength strength) => (contest, options, judge) =>
    {
        if (PairTable.Refusal(contest, options) is { } refusal) return refusal;
        var matrix = PairwiseMatrix.Of(contest);
        var before = PairTable.Rounds(contest, matrix);
        var round = before.Length + 1;
        var places = options.Reserved.IsEmpty ? Math.Min(contest.Seats, matrix.Size) : matrix.Size;
        var winners = RankedPairsWinners.Of(matrix, strength);
        var locked = winners.Every;
        var events = new List<TallyEvent>();
        var first = locked.First(places);
        var followed = first is null && places == 1 && IsOpen(options.Ties) ? winners.Found() : [];
        if (first is null && places == 1 && winners.Possible.Length == 1)
        {
            // Every order elects the same one; only the order after it depends on ties.
            first = winners.Possible;
        }
        else if (!followed.IsEmpty)
        {
            if (followed.Length < winners.Possible.Length) judge.LeaveOpen();
            var winner = Choose(TiePurpose.Elect, followed);
            locked = winners.OrderFor(winner);
            first = [winner];
        }
        else if (first is null && locked.DependsOnOrder)
        {
            locked = winners.InOrder(places, open =>
            {
                var winner = Choose(TiePurpose.Elect, [.. open.Select(pair => pair.Winner).Distinct().Order()]);
                return (winner, Choose(TiePurpose.Exclude, [.. open.Where(pair => pair.Winner == winner).Select(pair => pair.Loser).Order()]));
            });
            first = locked.First(places);
        }

        // The order after the first places may still depend on ties: nobody there is elected.
        ImmutableArray<ImmutableArray<int>> tiers = first is { } known
            ? [.. known.Select(candidate => ImmutableArray.Create(candidate)), [.. Enumerable.Range(0, matrix.Size).Except(known)]]
            : locked.Tiers();
        var filling = SeatFilling.Fill(contest, options, judge, round, PairTable.InContest(matrix, tiers.Where(tier => !tier.IsEmpty)));
        var table = new TallyRound(
            "Lock the pairs, the strongest first, unless one would close a ring",
            ["for", "against", "locked"],
            [.. locked.Pairs.Select(Row)],
            [.. events, .. filling.Events]);
        return ScoreTable.Tallied(filling, judge, [.. before, table]);

        int Choose(TiePurpose purpose, ImmutableArray<int> tied)
        {
            ImmutableArray<int> places = [.. tied.Select(candidate => matrix.Candidates[candidate])];
            return tied[places.IndexOf(SeatFilling.Choose(judge, purpose, round, places.AsSpan(), events))];
        }

        TallyRow Row(LockedPair pair)
        {
            var winner = contest.Candidates[matrix.Candidates[pair.Winner]].Name;
            var loser = contest.Candidates[matrix.Candidates[pair.Loser]].Name;
            return new TallyRow(
                null,
                string.Create(CultureInfo.InvariantCulture, $"{winner} over {loser}"),
                [(BigInteger)pair.For, (BigInteger)pair.Against, pair.Locked is { } yes ? (yes ? 1 : 0) : null]);
        }
    };

    // Steps that look at earlier rounds settle nothing here: there are none.
    private static bool IsOpen(TieBreaking ties) => ties.Steps.All(step => step is TieStep.Backwards or TieStep.Forwards);
}
