namespace Foedus.Counting.Tests.Tallies.Condorcet;

/// <summary>Published examples of methods that compare in pairs.</summary>
public class PublishedPairsTests
{
    /// <summary>The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville; the usual example of textbooks and encyclopedias.</summary>
    private static Contest Tennessee(int seats = 1) => Papers.Of(seats, "MNCK", "42 M>N>C>K", "26 N>C>K>M", "15 C>K>N>M", "17 K>C>N>M");

    /// <summary>Schulze 2011, the example of 45 voters and five candidates.</summary>
    private static Contest FortyFive(int seats = 1) => Papers.Of(
        seats, "ABCDE", "5 A>C>B>E>D", "5 A>D>E>C>B", "8 B>E>D>A>C", "3 C>A>B>E>D", "7 C>A>E>B>D", "2 C>B>A>D>E", "7 D>C>E>B>A", "8 E>B>A>D>C");

    /// <summary>Schulze 2011, example 1: 21 voters and four candidates.</summary>
    private static Contest TwentyOne(int seats = 1) => Papers.Of(
        seats, "ABCD", "8 A>C>D>B", "2 B>A>D>C", "4 C>D>B>A", "4 D>B>A>C", "3 D>C>B>A");

    /// <summary>Schulze 2011, the example in which two are potential winners: nine voters and four candidates.</summary>
    private static Contest Nine() => Papers.Of(1, "ABCD", "3 A>B>C>D", "2 D>A>B>C", "2 D>B>C>A", "2 C>B>D>A");

    [Theory]
    [InlineData("plurality", "M")]
    [InlineData("two-rounds", "N")]
    [InlineData("borda", "N")]
    [InlineData("condorcet", "N")]
    [InlineData("schulze", "N")]
    [InlineData("schulze-margins", "N")]
    [InlineData("ranked-pairs", "N")]
    [InlineData("ranked-pairs-winning-votes", "N")]
    [InlineData("minimax", "N")]
    [InlineData("minimax-margins", "N")]
    [InlineData("minimax-opposition", "N")]
    [InlineData("copeland", "N")]
    [InlineData("kemeny", "N")]
    public void Tennessee_chooses_by_each_rule(string rule, string winner) => Assert.Equal(winner, Papers.Winners(rule, Tennessee()));

    [Theory]
    [InlineData("schulze")]
    [InlineData("ranked-pairs")]
    [InlineData("kemeny")]
    [InlineData("copeland")]
    public void Tennessee_in_order_is_Nashville_Chattanooga_Knoxville_Memphis(string rule) =>
        Assert.Equal("NCKM", Papers.Winners(rule, Tennessee(4)));

    [Fact]
    public void The_best_order_of_Tennessee_has_the_published_score()
    {
        // 393 preferences for it, of six pairs of a hundred voters.
        var orders = KemenyOrders.Of(PairwiseMatrix.Of(Tennessee()), 4)!;
        Assert.Equal(600 - 393, orders.Against);
        Assert.Equal(1, orders.Count);
    }

    [Fact]
    public void The_strongest_paths_of_45_voters_are_the_published_ones()
    {
        var paths = new StrongestPaths(PairwiseMatrix.Of(FortyFive()));
        long[][] published =
        [
            [0, 28, 28, 30, 24],
            [25, 0, 28, 33, 24],
            [25, 29, 0, 29, 24],
            [25, 28, 28, 0, 24],
            [25, 28, 28, 31, 0],
        ];
        for (var from = 0; from < 5; from++)
        {
            for (var to = 0; to < 5; to++)
                if (from != to) Assert.Equal(published[from][to], (long)paths[from, to]!.Value);
        }

        Assert.Equal("EACBD", Papers.Winners("schulze", FortyFive(5)));
    }

    [Fact]
    public void The_matrix_of_45_voters_is_the_published_one()
    {
        var matrix = PairwiseMatrix.Of(FortyFive());
        Assert.Equal([20, 26, 30, 22], new[] { matrix[0, 1], matrix[0, 2], matrix[0, 3], matrix[0, 4] }.Select(votes => (int)votes));
        Assert.Equal([23, 27, 21, 31], new[] { matrix[4, 0], matrix[4, 1], matrix[4, 2], matrix[4, 3] }.Select(votes => (int)votes));
        Assert.Equal([0, 1, 2, 3, 4], new MajorityRelation(matrix).SmithSet);
        Assert.Null(new MajorityRelation(matrix).CondorcetWinner);
    }

    [Fact]
    public void Twenty_one_voters_elect_the_fourth_by_strongest_paths()
    {
        var paths = new StrongestPaths(PairwiseMatrix.Of(TwentyOne()));
        Assert.Equal(14, (int)paths[0, 1]!.Value);
        Assert.Equal(12, (int)paths[0, 3]!.Value);
        Assert.Equal(13, (int)paths[3, 0]!.Value);
        Assert.Equal(19, (int)paths[3, 1]!.Value);
        Assert.Equal(15, (int)paths[2, 1]!.Value);
        Assert.Equal("DACB", Papers.Winners("schulze", TwentyOne(4)));
    }

    [Fact]
    public void Where_two_are_potential_winners_both_are_named()
    {
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("schulze").Run(Nine()));
        Assert.True(open.Complete);
        Assert.Empty(open.Certain);
        Assert.Equal("BD", Papers.Names(Nine(), open.Possible));
        Assert.All(open.Ways, way => Assert.Equal([1, 3], Assert.Single(way.Ties).Tied));
    }

    [Fact]
    public void A_lot_from_a_public_seed_settles_it_and_is_noted()
    {
        var tallied = Assert.IsType<Tallied>(Papers.Rule("schulze").Run(Nine(), new TallyOptions(TieBreaking.Lot("dice 4 2 6"), [])));
        var tie = Assert.Single(tallied.Ties);
        Assert.Equal(TieSettlement.Lot, tie.By);
        Assert.Equal([tie.Chosen], tallied.Winners);
        Assert.Contains(tallied.Rounds[^1].Events, one => one.Kind == TallyEventKind.TieByLot);
        Assert.Equal("D", Papers.Winners("schulze", Nine(), new TallyOptions(TieBreaking.Order(3, 1), [])));
    }

    [Fact]
    public void The_paradox_of_Condorcet_ties_all_three()
    {
        var contest = Papers.Of(1, "ABC", "1 A>B>C", "1 B>C>A", "1 C>A>B");
        foreach (var rule in CondorcetRules.All.Where(rule => rule.Name != "condorcet"))
            Assert.Equal(["A", "B", "C"], Papers.Outcomes(rule.Name, contest));
        Assert.Equal([""], Papers.Outcomes("condorcet", contest));
    }

    [Fact]
    public void A_ring_is_broken_at_its_weakest_victory()
    {
        // A over B 6 to 3, B over C 7 to 2, C over A 5 to 4: the last is the weakest.
        var contest = Papers.Of(3, "ABC", "4 A>B>C", "3 B>C>A", "2 C>A>B");
        Assert.Equal("ABC", Papers.Winners("ranked-pairs", contest));
        Assert.Equal("ABC", Papers.Winners("kemeny", contest));
        Assert.Equal("ABC", Papers.Winners("schulze", contest));
        Assert.Equal("ABC", Papers.Winners("minimax", contest));
        Assert.Equal([(0, 1, true), (1, 2, true), (2, 0, false)], LockedPairs.InEveryOrder(PairwiseMatrix.Of(contest)).Pairs
            .OrderBy(pair => pair.Winner).Select(pair => (pair.Winner, pair.Loser, pair.Locked!.Value)));
    }
}
