namespace Foedus.Counting.Tests.Tallies.Scoring;

public class BordaTests
{
    private static Ratio[] Points(Contest contest, BordaPoints points) => [.. BordaRules.Points(contest, points)];

    [Fact]
    public void Tennessee_has_the_published_points() =>
        // Memphis 126, Nashville 194, Chattanooga 173, Knoxville 107.
        Assert.Equal(
            [126, 194, 173, 107],
            Points(Papers.Of(1, "MNCK", "42 M>N>C>K", "26 N>C>K>M", "15 C>K>N>M", "17 K>C>N>M"), BordaPoints.Shared));

    [Fact]
    public void The_voters_of_Borda_prefer_the_last_of_the_plurality()
    {
        // Borda's own example: 21 voters, who give A the most first places and are against A by 13 to 8.
        var contest = Papers.Of(1, "ABC", "1 A>B>C", "7 A>C>B", "7 B>C>A", "6 C>B>A");
        Assert.Equal([16, 21, 26], Points(contest, BordaPoints.Shared));
        Assert.Equal("A", Papers.Winners("plurality", contest));
        Assert.Equal("C", Papers.Winners("borda", contest));
        Assert.Equal("C", Papers.Winners("condorcet", contest));
    }

    [Fact]
    public void Each_option_on_one_short_paper_with_an_equal_rank()
    {
        // Four stand; the paper says A, then B and C equally, and not D.
        var contest = Papers.Of(1, "ABCD", "1 A>B=C");
        Assert.Equal([3, Ratio.Of(3, 2), Ratio.Of(3, 2), 0], Points(contest, BordaPoints.Shared));
        Assert.Equal([3, Ratio.Of(3, 2), Ratio.Of(3, 2), 0], Points(contest, BordaPoints.UnrankedNothing));
        Assert.Equal([3, Ratio.Of(3, 2), Ratio.Of(3, 2), 0], Points(contest, BordaPoints.ByLength));
        Assert.Equal([1, Ratio.Of(5, 12), Ratio.Of(5, 12), 0], Points(contest, BordaPoints.Dowdall));
        var shorter = Papers.Of(1, "ABCD", "1 A");
        Assert.Equal([3, 1, 1, 1], Points(shorter, BordaPoints.Shared));
        Assert.Equal([3, 0, 0, 0], Points(shorter, BordaPoints.UnrankedNothing));
        Assert.Equal([1, 0, 0, 0], Points(shorter, BordaPoints.ByLength));
        Assert.Equal([1, 0, 0, 0], Points(shorter, BordaPoints.Dowdall));
    }

    [Fact]
    public void Nauru_counts_in_fractions()
    {
        var contest = Papers.Of(1, "ABC", "4 A>B>C", "3 B>C>A");
        Assert.Equal([5, 5, Ratio.Of(17, 6)], Points(contest, BordaPoints.Dowdall));
        Assert.Equal(["A", "B"], Papers.Outcomes("dowdall", contest));
    }

    [Fact]
    public void Shared_points_are_half_the_matrix_of_pairs() =>
        Papers.Hold(Papers.Any(6), contest =>
        {
            // Points by places are the preferences over everybody, a tie counting half (Young 1974).
            var matrix = PairwiseMatrix.Of(contest);
            var points = Points(contest, BordaPoints.Shared);
            for (var a = 0; a < matrix.Size; a++)
            {
                var sum = Ratio.Zero;
                for (var b = 0; b < matrix.Size; b++)
                    if (a != b) sum += Ratio.Of((System.Numerics.BigInteger)(matrix.Margin(a, b)) + contest.Total, 2);
                Assert.Equal(sum, points[a]);
            }
        });

    [Fact]
    public void Too_many_fractions_are_refused()
    {
        var contest = Contest.Create([.. Enumerable.Range(0, 501).Select(i => new Candidate($"C{i}"))], 1, [RankedBallot.Strict(1, 0)]);
        Assert.Equal(TallyRefusal.TooManyCandidates, Assert.IsType<NotTallied>(Papers.Rule("dowdall").Run(contest)).Reason);
    }
}
