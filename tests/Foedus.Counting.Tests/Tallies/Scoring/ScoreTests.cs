using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Tallies.Scoring;

public class ScoreTests
{
    private static readonly ImmutableArray<Candidate> Three = [new("A"), new("B"), new("C")];

    /// <summary>The voters of Tennessee with marks from 0 to 10, made up by distance.</summary>
    private static ScoredContest Tennessee() => ScoredContest.Create(
        [new("Memphis"), new("Nashville"), new("Chattanooga"), new("Knoxville")],
        1,
        ScoredBallot.Of(42, 10, 4, 2, 0),
        ScoredBallot.Of(26, 0, 10, 4, 2),
        ScoredBallot.Of(15, 0, 6, 10, 6),
        ScoredBallot.Of(17, 0, 5, 7, 10));

    [Fact]
    public void Sums_of_marks()
    {
        Assert.Equal([420, 603, 457, 312], Figures("score", Tennessee()));
        Assert.Equal([1], Winners("score", Tennessee()));
    }

    [Fact]
    public void Means_are_of_the_marks_given_and_a_candidate_without_any_cannot_be_elected()
    {
        var contest = ScoredContest.Create(Three, 3, ScoredBallot.Of(3, 1, null, null), ScoredBallot.Of(1, 4, 2, null));
        Assert.Equal([Ratio.Of(7, 4), 2, null], Figures("score-mean", contest));
        var tallied = Assert.IsType<Tallied>(ScoreRules.Find("score-mean")!.Run(contest));
        Assert.Equal([1, 0], tallied.Winners);
        Assert.Equal(1, tallied.Unfilled);
    }

    [Fact]
    public void A_mark_of_zero_is_not_a_missing_mark()
    {
        var contest = ScoredContest.Create(Three, 1, ScoredBallot.Of(1, 0, 2, 0), ScoredBallot.Of(1, 4, null, 0));
        Assert.Equal([2, 2, 0], Figures("score-mean", contest));
        Assert.Equal([4, 2, 0], Figures("score", contest));
    }

    [Fact]
    public void The_median_is_the_lower_of_two_in_the_middle_and_a_missing_mark_is_the_lowest()
    {
        var contest = ScoredContest.Create(Three, 1, ScoredBallot.Of(1, 5, 1, 3), ScoredBallot.Of(1, 3, 1, null), ScoredBallot.Of(2, 1, 4, null));
        Assert.Equal([1, 1, 1], Figures("score-median", contest));
        var odd = ScoredContest.Create(Three, 1, ScoredBallot.Of(2, 5, 1, null), ScoredBallot.Of(1, 3, 4, 2));
        Assert.Equal([5, 1, 1], Figures("score-median", odd));
    }

    [Fact]
    public void Of_equal_medians_the_one_wins_that_is_better_when_a_median_is_taken_from_each()
    {
        var contest = ScoredContest.Create(
            [new("A"), new("B")], 1, ScoredBallot.Of(2, 5, 3), ScoredBallot.Of(1, 3, 3), ScoredBallot.Of(2, 1, 3));
        Assert.Equal([3, 3], Figures("score-median", contest));
        Assert.Equal([1], Winners("score-median", contest));
    }

    [Fact]
    public void Medians_are_taken_away_as_from_lists_of_single_papers() =>
        Prop.ForAll((from papers in Gen.Choose(1, 9) from marks in Gen.Choose(0, 3).ArrayOf(papers).ArrayOf(3) select marks).ToArbitrary(), marks =>
        {
            var contest = ScoredContest.Create(Three, 1, [.. Enumerable.Range(0, marks[0].Length).Select(paper => ScoredBallot.Of(1, marks[0][paper], marks[1][paper], marks[2][paper]))]);
            var values = marks.Select(MajorityValue).ToList();
            var best = values.Max(StringComparer.Ordinal);
            var expected = Enumerable.Range(0, 3).Where(candidate => values[candidate] == best).ToList();
            var found = ScoreRules.Find("score-median")!.Run(contest) is TallyUndetermined open ? open.Possible.Order().ToList() : [.. Winners("score-median", contest)];
            return expected.SequenceEqual(found);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));

    // The slow way: a list from which the median is taken, one at a time.
    private static string MajorityValue(int[] marks)
    {
        List<int> left = [.. marks.Order()];
        var value = "";
        while (left.Count > 0)
        {
            var at = (left.Count - 1) / 2;
            value += left[at];
            left.RemoveAt(at);
        }

        return value;
    }

    [Fact]
    public void Approval_counts_marks_above_zero() =>
        Assert.Equal([2, 4, 0], Figures("approval", ScoredContest.Create(Three, 1, ScoredBallot.Of(2, 1, Ratio.Half, 0), ScoredBallot.Of(2, null, 3, -1))));

    [Fact]
    public void Cumulative_votes_may_all_go_to_one_and_papers_above_the_limit_are_reported()
    {
        var contest = ScoredContest.Create(
            Three, 2, ScoredBallot.Of(5, 2, 0, 0), ScoredBallot.Of(4, null, Ratio.Half, Ratio.Of(3, 2)), ScoredBallot.Of(3, 2, 1, null), ScoredBallot.Of(1, 3, -1, null));
        var tallied = Assert.IsType<Tallied>(ScoreRules.Find("cumulative")!.Run(contest));
        Assert.Equal([0, 2], tallied.Winners);
        Assert.Equal([10, 2, 6], tallied.Rounds[0].Rows.Take(3).Select(row => row.Cells[0]!.Value));
        Assert.Equal((Ratio)4, tallied.Rounds[0].Rows.Single(row => row.Label == "papers with more than the rule allows").Cells[0]);
        Assert.Equal("cumulative-5", ScoreRules.Cumulative(5).Name);
        Assert.Equal([16, 5, 6], Figures(ScoreRules.Cumulative(5), contest));
    }

    [Fact]
    public void Ties_and_reserved_seats_are_those_of_every_other_rule()
    {
        var contest = ScoredContest.Create(
            [new("A"), new("B"), new("C", Group: "women")], 1, ScoredBallot.Of(1, 3, 3, 1));
        var open = Assert.IsType<TallyUndetermined>(ScoreRules.Find("score")!.Run(contest));
        Assert.Equal([0, 1], open.Possible);
        var reserved = new TallyOptions(TieBreaking.None, [new ReservedSeats("women", 1)]);
        foreach (var rule in ScoreRules.All) Assert.Equal([2], Assert.IsType<Tallied>(rule.Run(contest, reserved)).Winners);
    }

    [Fact]
    public void Without_papers_every_rule_refuses_by_name()
    {
        foreach (var rule in ScoreRules.All)
            Assert.Equal(TallyRefusal.NoBallots, Assert.IsType<NotTallied>(rule.Run(ScoredContest.Create(Three, 1))).Reason);
    }

    [Fact]
    public void Faults_of_a_contest_of_marks_are_told()
    {
        Assert.False(ScoredContest.TryCreate(
            null, Three, 0, [new(0, [new(5, 1), new(1, 9), new(1, 2)]), new(1, [])], null, out _, out var faults, 0, 5));
        Assert.Equal(
            [
                ContestFaultKind.SeatsBelowOne, ContestFaultKind.CountBelowOne, ContestFaultKind.NoSuchCandidate, ContestFaultKind.MarkOutOfScale,
                ContestFaultKind.CandidateTwice, ContestFaultKind.NobodyRanked,
            ],
            faults.Select(fault => fault.Kind));
        Assert.All(faults, fault => Assert.EndsWith(".", fault.Explanation));
    }

    [Fact]
    public void A_file_of_marks_is_read()
    {
        var reading = ScoredCsv.Read(new StringReader("# title: Board\n# seats: 2\n# least: 0\npapers,Ada,\"Ben, jr.\",Cid\n12,5,0,\n\n3,1/2,,2.5\n4,,,\n"));
        Assert.True(reading.IsSound, string.Join(' ', reading.Faults));
        Assert.Equal(("Board", 2, "Ben, jr."), (reading.Contest.Frame.Title, reading.Contest.Frame.Seats, reading.Contest.Frame.Candidates[1].Name));
        Assert.Equal([ScoredBallot.Of(12, 5, 0), ScoredBallot.Of(3, Ratio.Half, null, Ratio.Of(5, 2))], reading.Contest.Ballots);
        Assert.Equal(4, reading.Contest.Frame.Invalid.Blank);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("votes,A\n1,2", 1)]
    [InlineData("papers,A\nx,2", 2)]
    [InlineData("papers,A\n0,2", 2)]
    [InlineData("papers,A\n1,2,3", 2)]
    [InlineData("papers,A\n1,good", 2)]
    [InlineData("papers,A\n1,\"2", 2)]
    [InlineData("# most: 5\npapers,A\n1,2\n1,6", 4)]
    [InlineData("# seats: two\npapers,A\n1,2", 1)]
    [InlineData("# least: low\npapers,A\n1,2", 1)]
    [InlineData("papers\n1", 0)]
    public void A_bad_file_is_refused_with_its_line(string text, long line)
    {
        var reading = ScoredCsv.Read(new StringReader(text));
        Assert.False(reading.IsSound);
        Assert.Equal(line, reading.Faults[0].Line);
    }

    private static Ratio?[] Figures(string rule, ScoredContest contest) => Figures(ScoreRules.Find(rule)!, contest);

    private static Ratio?[] Figures(ScoreRule rule, ScoredContest contest)
    {
        var way = rule.Run(contest) switch
        {
            Tallied tallied => tallied,
            TallyUndetermined open => open.Ways[0],
            var other => throw new InvalidOperationException(other.ToString()),
        };
        return [.. way.Rounds[0].Rows.Where(row => row.Candidate is not null).Select(row => row.Cells[0])];
    }

    private static ImmutableArray<int> Winners(string rule, ScoredContest contest) => Assert.IsType<Tallied>(ScoreRules.Find(rule)!.Run(contest)).Winners;
}
