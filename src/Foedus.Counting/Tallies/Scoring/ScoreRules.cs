using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The rules for papers with marks. Ties at the last place are named with everybody who ties; marks for withdrawn candidates are passed
/// over. Cost: one addition a mark.
/// </summary>
public static class ScoreRules
{
    private const string Range = "W. D. Smith, Range voting, 2000; C. Hillinger, The case for utilitarian voting, Homo Oeconomicus 22, 2005";

    /// <summary>The table of rules.</summary>
    public static ImmutableArray<ScoreRule> All { get; } =
    [
        new("score", "The highest sum of marks; a candidate without a mark gets nothing", Range, Sum),
        new("score-mean", "The highest mean of the marks given; a candidate without any mark cannot be elected", Range, Mean),
        new(
            "score-median",
            "The highest median of the marks, among equals the highest when a median is taken from each, and so on; the lower of two in the middle, and a candidate without a mark has the lowest given",
            "Majority judgment: M. Balinski and R. Laraki, A theory of measuring, electing, and ranking, PNAS 104, 2007; Majority Judgment, 2010",
            Median),
        new(
            "approval",
            "One vote for everybody with a mark above zero",
            "S. J. Brams and P. C. Fishburn, Approval voting, American Political Science Review 72, 1978",
            Approval),
        Cumulative(null),
    ];

    /// <summary>The rule of a name; null when there is none.</summary>
    public static ScoreRule? Find(string name) => All.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.Ordinal));

    /// <summary>
    /// The cumulative vote: a paper divides its votes among candidates as it likes, in fractions too. A paper with more votes than allowed,
    /// or with fewer than none for somebody, is not counted and is reported; one with fewer is counted as it is.
    /// </summary>
    /// <param name="votes">The votes of a paper; null for as many as there are seats.</param>
    public static ScoreRule Cumulative(Ratio? votes) => new(
        votes is { } stated ? $"cumulative-{stated}" : "cumulative",
        votes is null ? "As many votes as seats, divided among candidates as the voter likes" : $"{votes} votes divided among candidates as the voter likes",
        "Illinois, Constitution of 1870, article IV, sections 7 and 8; J. S. Mill, Considerations on Representative Government, 1861, chapter 7",
        (contest, options, judge) =>
        {
            var limit = votes ?? contest.Frame.Seats;
            return Added(
                contest,
                options,
                judge,
                "Add up the votes",
                "votes",
                ballot => !ballot.Marks.Any(mark => mark.Value.Sign < 0) && ballot.Marks.Aggregate(Ratio.Zero, (sum, mark) => sum + mark.Value) <= limit,
                mark => mark);
        });

    private static TallyResult Sum(ScoredContest contest, TallyOptions options, TieJudge judge) =>
        Added(contest, options, judge, "Add up the marks", "marks", _ => true, mark => mark);

    private static TallyResult Approval(ScoredContest contest, TallyOptions options, TieJudge judge) =>
        Added(contest, options, judge, "Count the papers with a mark above zero", "votes", _ => true, mark => mark.Sign > 0 ? 1 : 0);

    private static TallyResult Added(
        ScoredContest contest, TallyOptions options, TieJudge judge, string title, string column, Func<ScoredBallot, bool> counts, Func<Ratio, Ratio> worth)
    {
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);
        var sums = new Ratio[contest.Frame.Candidates.Length];
        var (counted, above) = (Int128.Zero, Int128.Zero);
        foreach (var ballot in contest.Ballots)
        {
            if (!counts(ballot))
            {
                above += ballot.Count;
                continue;
            }

            counted += ballot.Count;
            foreach (var (candidate, value) in ballot.Marks) sums[candidate] += ballot.Count * worth(value);
        }

        return ScoreTable.Elect(
            contest.Frame, options, judge, title, column, sums, (PaperLabels.Counted, counted), (PaperLabels.AboveLimit, above));
    }

    private static TallyResult Mean(ScoredContest contest, TallyOptions options, TieJudge judge) =>
        Eligible(contest, options, judge, "Divide the sum of a candidate's marks by the papers that give one", "mean of the marks", marks =>
        {
            var papers = marks.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Count);
            return papers.IsZero ? null : marks.Aggregate(Ratio.Zero, (sum, one) => sum + (one.Count * one.Value)) / papers;
        });

    private static TallyResult Median(ScoredContest contest, TallyOptions options, TieJudge judge)
    {
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);
        if (SeatFilling.Refusal(contest.Frame, options) is { } refusal) return refusal;
        var lowest = contest.Ballots.SelectMany(ballot => ballot.Marks).Min(mark => mark.Value);
        var grades = Array.ConvertAll(Marks(contest), own => new MajorityGrades(
            [.. own.Select(mark => (mark.Value, (BigInteger)mark.Count)), (lowest, own.Aggregate(contest.Total, (left, mark) => left - mark.Count))]));
        var filling = SeatFilling.Fill(contest.Frame, options, judge, 1, SeatFilling.ByScore(contest.Frame, grades));
        var rows = grades.Select((own, candidate) => new TallyRow(
            candidate,
            null,
            contest.Frame.Candidates[candidate].Withdrawn ? [null, null, null] : [own.Median, own.Above, own.Below],
            filling.Standing(candidate)));
        var papers = new TallyRow(null, PaperLabels.Counted, [contest.Total, null, null]);
        return ScoreTable.Tallied(filling, judge, new TallyRound(
            "Put a candidate's marks in order and take the one in the middle; of equals take it away and look again",
            ["median mark", "papers above it", "papers below it"],
            [.. rows, papers],
            filling.Events));
    }

    private static List<(Ratio Value, long Count)>[] Marks(ScoredContest contest)
    {
        var marks = contest.Frame.Candidates.Select(_ => new List<(Ratio Value, long Count)>()).ToArray();
        foreach (var ballot in contest.Ballots)
            foreach (var (candidate, value) in ballot.Marks) marks[candidate].Add((value, ballot.Count));
        return marks;
    }

    // Those without a figure cannot be elected.
    private static TallyResult Eligible(
        ScoredContest contest, TallyOptions options, TieJudge judge, string title, string column, Func<List<(Ratio Value, long Count)>, Ratio?> figure)
    {
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);
        if (SeatFilling.Refusal(contest.Frame, options) is { } refusal) return refusal;
        var figures = Array.ConvertAll(Marks(contest), own => figure(own));
        var tiers = Enumerable.Range(0, figures.Length)
            .Where(candidate => !contest.Frame.Candidates[candidate].Withdrawn && figures[candidate] is not null)
            .GroupBy(candidate => figures[candidate]!.Value).OrderByDescending(tier => tier.Key).Select(tier => tier.ToImmutableArray());
        var filling = SeatFilling.Fill(contest.Frame, options, judge, 1, tiers);
        var rows = figures.Select((one, candidate) =>
            new TallyRow(candidate, null, [contest.Frame.Candidates[candidate].Withdrawn ? null : one], filling.Standing(candidate)));
        var papers = new TallyRow(null, PaperLabels.Counted, [contest.Total]);
        return ScoreTable.Tallied(filling, judge, new TallyRound(title, [column], [.. rows, papers], filling.Events));
    }
}
