using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Rules that compare candidates in pairs. Those not ranked on a paper stand together below all whom it ranks; equal ranks prefer
/// neither. With several seats the first places of the rule's order are elected. Each transcript begins with the matrix and the sets that
/// a reader may want to check the result against. Cost: that of <see cref="PairwiseMatrix"/>, and of the method.
/// </summary>
public static class CondorcetRules
{
    private const string Schulze = "M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social Choice and Welfare 36, 2011";
    private const string Tideman = "T. N. Tideman, Independence of clones as a criterion for voting rules, Social Choice and Welfare 4, 1987";
    private const string Simpson = "P. B. Simpson, On defining areas of voter choice, Quarterly Journal of Economics 83, 1969; G. H. Kramer, Journal of Economic Theory 16, 1977";

    /// <summary>The rows of <see cref="TallyRules"/>.</summary>
    public static ImmutableArray<TallyRule> All { get; } =
    [
        new("condorcet", "Whoever beats everybody else; otherwise nobody", "Condorcet, Essai sur l'application de l'analyse, 1785", Winner),
        new("schulze", "Strongest paths by winning votes", Schulze, Paths(DefeatStrength.WinningVotes)),
        new("schulze-margins", "Strongest paths by margins", Schulze, Paths(DefeatStrength.Margins)),
        new("ranked-pairs", "Ranked pairs by margins", Tideman, RankedPairsTally.By(DefeatStrength.Margins)),
        new("ranked-pairs-winning-votes", "Ranked pairs by winning votes", Tideman, RankedPairsTally.By(DefeatStrength.WinningVotes)),
        new("minimax", "The smallest greatest defeat by winning votes", Simpson, Greatest("votes of the greatest defeat", MinimaxDefeats.WinningVotes)),
        new("minimax-margins", "The smallest greatest defeat by margins", Simpson, Greatest("margin of the greatest defeat", MinimaxDefeats.Margins)),
        new("minimax-opposition", "The smallest greatest opposition, defeat or not", Simpson, Greatest("votes of the greatest opposition", MinimaxDefeats.Opposition)),
        new(
            "copeland",
            "Most pairs won, a level pair counting half",
            "A. H. Copeland, A reasonable social welfare function, University of Michigan 1951",
            Copeland),
        new(
            "kemeny",
            "The order that the fewest preferences oppose",
            "J. G. Kemeny, Mathematics without numbers, Daedalus 88, 1959; H. P. Young, American Political Science Review 82, 1988",
            KemenyTally.Count),
    ];

    private static TallyResult Winner(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (PairTable.Refusal(contest, options) is { } refusal) return refusal;
        if (contest.Seats > 1) return new NotTallied(TallyRefusal.OneSeatOnly);
        if (options.Reserved.Any(group => group.Least > 0)) return new NotTallied(TallyRefusal.ReservedNotInRule);
        var matrix = PairwiseMatrix.Of(contest);
        return new MajorityRelation(matrix).CondorcetWinner is { } winner
            ? new Tallied([matrix.Candidates[winner]], PairTable.Rounds(contest, matrix), judge.Settled)
            : new Tallied([], PairTable.Rounds(contest, matrix), judge.Settled, null, 1);
    }

    private static Func<Contest, TallyOptions, TieJudge, TallyResult> Paths(DefeatStrength strength) => (contest, options, judge) =>
    {
        if (PairTable.Refusal(contest, options) is { } refusal) return refusal;
        var matrix = PairwiseMatrix.Of(contest);
        var paths = new StrongestPaths(matrix, strength);
        var before = PairTable.Rounds(contest, matrix);
        var filling = SeatFilling.Fill(contest, options, judge, before.Length + 1, PairTable.InContest(matrix, paths.Tiers()));
        var rows = matrix.Candidates.Select((candidate, row) => new TallyRow(
            candidate,
            null,
            [.. Enumerable.Range(0, matrix.Size).Select(column => row == column || paths[row, column] is not { } figure ? (Ratio?)null : (BigInteger)figure)],
            filling.Standing(candidate)));
        var title = strength == DefeatStrength.WinningVotes
            ? "Find the strongest path from row to column: the votes of its weakest victory"
            : "Find the strongest path from row to column: the margin of its weakest victory";
        return ScoreTable.Tallied(filling, judge, [.. before, new TallyRound(title, PairTable.Heads(contest, matrix), [.. rows], filling.Events)]);
    };

    private static Func<Contest, TallyOptions, TieJudge, TallyResult> Greatest(string column, Func<PairwiseMatrix, int, Int128> greatest) =>
        (contest, options, judge) =>
        {
            if (PairTable.Refusal(contest, options) is { } refusal) return refusal;
            var matrix = PairwiseMatrix.Of(contest);
            Int128[] figures = [.. Enumerable.Range(0, matrix.Size).Select(candidate => greatest(matrix, candidate))];
            return Scored(contest, options, judge, matrix, "The smallest figure is best", column, [.. figures.Select(figure => (Ratio)(BigInteger)figure)], -1);
        };

    private static TallyResult Copeland(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (PairTable.Refusal(contest, options) is { } refusal) return refusal;
        var matrix = PairwiseMatrix.Of(contest);
        var relation = new MajorityRelation(matrix);
        return Scored(
            contest,
            options,
            judge,
            matrix,
            "Count the pairs won, a level pair as half",
            "pairs",
            [.. relation.Wins.Zip(relation.Draws, (wins, draws) => wins + Ratio.Of(draws, 2))],
            1);
    }

    private static Tallied Scored(
        Contest contest, TallyOptions options, TieJudge judge, PairwiseMatrix matrix, string title, string column, ImmutableArray<Ratio> figures, int sign)
    {
        var before = PairTable.Rounds(contest, matrix);
        var scores = new Ratio[contest.Candidates.Length];
        for (var i = 0; i < matrix.Size; i++) scores[matrix.Candidates[i]] = figures[i];
        Ratio[] worth = [.. scores.Select(score => sign * score)];
        var filling = SeatFilling.Fill(contest, options, judge, before.Length + 1, SeatFilling.ByScore(contest, worth));
        var round = ScoreTable.Round(contest, title, column, scores, candidate => filling.Standing(candidate), filling.Events);
        return ScoreTable.Tallied(filling, judge, [.. before, round]);
    }
}
