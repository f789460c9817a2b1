using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>The one table of a rule that adds up a figure for each candidate and elects the highest.</summary>
internal static class ScoreTable
{
    /// <summary>Fills the seats by the scores and writes the table.</summary>
    /// <param name="contest">Who stands.</param>
    /// <param name="options">The reserved seats.</param>
    /// <param name="judge">Settles ties.</param>
    /// <param name="title">What is done.</param>
    /// <param name="column">The head of the figures.</param>
    /// <param name="scores">The figure of each candidate, by place in the contest's list.</param>
    /// <param name="papers">Rows about papers: their labels and numbers; those of zero papers are left out.</param>
    public static TallyResult Elect(
        Contest contest, TallyOptions options, TieJudge judge, string title, string column, IReadOnlyList<Ratio> scores,
        params ReadOnlySpan<(string Label, Int128 Papers)> papers)
    {
        if (SeatFilling.Refusal(contest, options) is { } refusal) return refusal;
        var filling = SeatFilling.Fill(contest, options, judge, 1, SeatFilling.ByScore(contest, scores));
        return Tallied(filling, judge, Round(contest, title, column, scores, candidate => filling.Standing(candidate), filling.Events, papers));
    }

    public static Tallied Tallied(SeatFilling filling, TieJudge judge, params ReadOnlySpan<TallyRound> rounds) =>
        new(filling.Winners, [.. rounds], judge.Settled, null, filling.Unfilled);

    public static TallyRound Round(
        Contest contest, string title, string column, IReadOnlyList<Ratio> scores, Func<int, CandidateStanding?> standing,
        ImmutableArray<TallyEvent> events, params ReadOnlySpan<(string Label, Int128 Papers)> papers)
    {
        var rows = ImmutableArray.CreateBuilder<TallyRow>();
        for (var candidate = 0; candidate < contest.Candidates.Length; candidate++)
        {
            Ratio? score = contest.Candidates[candidate].Withdrawn ? null : scores[candidate];
            rows.Add(new TallyRow(candidate, null, [score], standing(candidate)));
        }

        foreach (var (label, number) in papers)
            if (number != 0 || label == PaperLabels.Counted) rows.Add(new TallyRow(null, label, [(BigInteger)number]));
        return new TallyRound(title, [column], rows.ToImmutable(), events);
    }

    public static Ratio[] Exact(IEnumerable<Int128> votes) => [.. votes.Select(vote => (Ratio)(BigInteger)vote)];
}
