using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Foedus.Counting;

/// <summary>The tables with which every comparison in pairs begins.</summary>
internal static class PairTable
{
    private static readonly ConditionalWeakTable<PairwiseMatrix, StrongBox<ImmutableArray<TallyRound>>> Written = [];

    /// <summary>What no rule of pairs can count; null when nothing is wrong.</summary>
    public static NotTallied? Refusal(Contest contest, TallyOptions options)
    {
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);
        var standing = contest.Candidates.Count(candidate => !candidate.Withdrawn);
        return standing > PairwiseMatrix.MostCandidates
            ? new NotTallied(
                TallyRefusal.TooManyCandidates,
                null,
                string.Create(CultureInfo.InvariantCulture, $"{standing} stand, {PairwiseMatrix.MostCandidates} are compared at most"))
            : SeatFilling.Refusal(contest, options);
    }

    /// <summary>The matrix, the pairs won, and the sets. Written once for a contest, however many ways its ties are followed.</summary>
    public static ImmutableArray<TallyRound> Rounds(Contest contest, PairwiseMatrix matrix) =>
        [.. Written.GetValue(matrix, one => new StrongBox<ImmutableArray<TallyRound>>(Write(contest, one))).Value];

    private static ImmutableArray<TallyRound> Write(Contest contest, PairwiseMatrix matrix)
    {
        var relation = new MajorityRelation(matrix);
        var pairs = matrix.Candidates.Select((candidate, row) => new TallyRow(
            candidate, null, [.. Enumerable.Range(0, matrix.Size).Select(column => row == column ? (Ratio?)null : (BigInteger)matrix[row, column])]));
        var wins = matrix.Candidates.Select((candidate, at) => new TallyRow(
            candidate, null, [relation.Wins[at], relation.Draws[at], matrix.Size - 1 - relation.Wins[at] - relation.Draws[at]]));
        return
        [
            new TallyRound("Compare every pair: the papers that prefer the row to the column", Heads(contest, matrix), [.. pairs], []),
            new TallyRound(
                relation.CondorcetWinner is null ? "Nobody beats everybody else" : "One beats everybody else: the Condorcet winner",
                ["won", "level", "lost"],
                [.. wins],
                relation.CondorcetWinner is { } winner ? [Noted(matrix, [winner])] : []),
            new TallyRound("The Smith set: the fewest who each beat everybody outside", [], [], [Noted(matrix, relation.SmithSet)]),
            new TallyRound("The Schwartz set: whom nobody outside beats, in the least such sets", [], [], [Noted(matrix, relation.SchwartzSet)]),
        ];
    }

    public static ImmutableArray<string> Heads(Contest contest, PairwiseMatrix matrix) =>
        [.. matrix.Candidates.Select(candidate => contest.Candidates[candidate].Name)];

    public static IEnumerable<ImmutableArray<int>> InContest(PairwiseMatrix matrix, IEnumerable<ImmutableArray<int>> tiers) =>
        tiers.Select(tier => tier.Select(candidate => matrix.Candidates[candidate]).ToImmutableArray());

    private static TallyEvent Noted(PairwiseMatrix matrix, ImmutableArray<int> set) =>
        new(TallyEventKind.Noted, [.. set.Select(candidate => matrix.Candidates[candidate])]);
}
