using System.Security.Cryptography;
using System.Text;

namespace Foedus.Counting.Tests.Tallies.Transferable;

public class TieTests
{
    // After A's surplus has gone, B and C stand at 3 each, having had 1 and 2.
    private static readonly Contest Backwards = Papers.Of(2, "ABCD", "9 A>D", "3 B", "3 C", "5 D");

    [Fact]
    public void The_Scottish_rules_exclude_who_had_fewer_at_the_most_recent_stage_that_differs()
    {
        // D and E tie in the end; E had fewer before C's papers went.
        var contest = Papers.Of(1, "ABCDE", "10 A", "9 B", "1 C>E", "4 D", "3 E");
        var tallied = Assert.IsType<Tallied>(Papers.Rule("scottish").Run(contest, TallyOptions.Default with { Ties = TieBreaking.Order(0, 1, 2, 3, 4) }));
        var tie = tallied.Ties[0];
        Assert.Equal((4, TieSettlement.EarlierRound, 1), (tie.Chosen, tie.By, tie.EarlierRound));
        Assert.Equal([3, 4], tie.Tied);
    }

    [Fact]
    public void Forwards_and_backwards_can_differ()
    {
        // B leads C at the first stage, C leads B at the second, and they are level at the third.
        var contest = Papers.Of(1, "ABCDEF", "20 A", "6 B", "5 C", "1 D>C", "1 D>C", "2 E>B>C", "1 E>C", "3 F>A");
        var first = Papers.Rule("irv").Run(contest, TallyOptions.Default with { Ties = new TieBreaking([new TieStep.Forwards()]) });
        var last = Papers.Rule("irv").Run(contest, TallyOptions.Default with { Ties = new TieBreaking([new TieStep.Backwards()]) });
        Assert.Equal([0], Assert.IsType<Tallied>(first).Winners);
        Assert.Equal([0], Assert.IsType<Tallied>(last).Winners);
    }

    [Fact]
    public void A_rule_with_its_own_look_back_takes_no_other()
    {
        foreach (var rule in (string[])["scottish", "ers97", "senate"])
            Assert.Equal(TallyRefusal.TiesNotInRule, Assert.IsType<NotTallied>(Papers.Rule(rule).Run(Backwards, TallyOptions.Default with { Ties = new TieBreaking([new TieStep.Forwards()]) })).Reason);
    }

    [Fact]
    public void An_open_tie_lists_every_way_it_may_go_and_one_that_changes_nothing_is_no_bar()
    {
        var contest = Papers.Of(1, "ABC", "4 A", "4 B", "1 C");
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("irv").Run(contest));
        Assert.True(open.Complete);
        Assert.Equal([0, 1], open.Possible);
        Assert.Equal(["B", "A"], open.Ways.Select(way => Papers.Names(contest, way.Winners)));
        Assert.All(open.Ways, way => Assert.Equal(TieSettlement.Open, way.Ties[0].By));

        var harmless = Papers.Of(1, "ABC", "9 A", "1 B", "1 C");
        Assert.Equal([0], Assert.IsType<Tallied>(Papers.Rule("irv").Run(harmless)).Winners);
        var idle = Papers.Of(1, "ABCD", "5 A", "4 B>A", "1 C>A", "1 D>A");
        Assert.Equal("A", Papers.Winners("irv", idle));
    }

    [Theory]
    [InlineData("irv", 1)]
    [InlineData("scottish", 2)]
    [InlineData("wig", 2)]
    [InlineData("meek", 2)]
    [InlineData("warren", 2)]
    [InlineData("meek-prf", 2)]
    [InlineData("senate", 2)]
    public void Candidates_without_a_vote_go_in_turn_and_their_tie_is_not_open(string rule, int seats)
    {
        var contest = Papers.Of(seats, "ABCDEFGHIJ", "11 A", "9 B", "8 C>B", "7 D>A");
        var tallied = Assert.IsType<Tallied>(Papers.Rule(rule).Run(contest));
        Assert.Equal(seats == 1 ? "A" : "AB", Papers.Names(contest, tallied.Winners));
        Assert.All(tallied.Ties, tie => Assert.Equal(TieSettlement.Indifferent, tie.By));
        Assert.Equal(5, tallied.Ties.Length);

        // Where some of them would stay, the tie is open.
        var few = Papers.Of(3, "ABCD", "9 A", "6 B");
        if (rule != "irv") Assert.Equal([2, 3], Assert.IsType<TallyUndetermined>(Papers.Rule(rule).Run(few)).Possible);
    }

    [Fact]
    public void A_chair_decides_by_the_order_given()
    {
        var contest = Papers.Of(1, "ABC", "4 A", "4 B", "1 C");
        Assert.Equal("A", Papers.Winners("irv", contest, TallyOptions.Default with { Ties = TieBreaking.Order(0) }));
        Assert.Equal("B", Papers.Winners("irv", contest, TallyOptions.Default with { Ties = TieBreaking.Order(2, 1, 0) }));
    }

    [Fact]
    public void A_lot_is_the_least_SHA_256_ticket_of_seed_draw_and_candidate()
    {
        // By hand: printf 'dice 4 2 6,1,3' | sha256sum
        var tickets = Enumerable.Range(1, 5).Select(c => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"dice 4 2 6,1,{c}")))).ToList();
        Assert.Equal(tickets[2], SeededLot.Ticket("dice 4 2 6", 1, 2));
        Assert.Equal(tickets.IndexOf(tickets.Min(StringComparer.Ordinal)!), SeededLot.Draw("dice 4 2 6", 1, [0, 1, 2, 3, 4]));
        Assert.Equal("2e16b616", SeededLot.Ticket("x", 1, 0)[..8]);
    }

    [Fact]
    public void Lots_over_many_seeds_favour_nobody()
    {
        var drawn = new int[4];
        for (var seed = 0; seed < 4000; seed++) drawn[SeededLot.Draw(seed.ToString(System.Globalization.CultureInfo.InvariantCulture), 1, [0, 1, 2, 3])]++;
        Assert.All(drawn, times => Assert.InRange(times, 880, 1120));
    }

    [Fact]
    public void Each_lot_of_a_count_is_a_draw_of_its_own()
    {
        var contest = Papers.Of(1, "ABCDEF", "5 A", "5 B", "2 C", "2 D", "1 E", "1 F");
        var tallied = Assert.IsType<Tallied>(Papers.Rule("irv").Run(contest, TallyOptions.Default with { Ties = TieBreaking.Lot("seed") }));
        Assert.All(tallied.Ties, tie => Assert.Equal(TieSettlement.Lot, tie.By));
        for (var draw = 0; draw < tallied.Ties.Length; draw++)
            Assert.Equal(SeededLot.Draw("seed", draw + 1, tallied.Ties[draw].Tied.AsSpan()), tallied.Ties[draw].Chosen);
        Assert.True(tallied.Ties.Length > 1);
    }

    [Fact]
    public void Where_not_every_way_was_followed_only_who_was_elected_before_the_first_tie_is_sure()
    {
        // A has a quota at once; the others tie from the first exclusion on.
        var contest = Contest.Create(
            [.. Enumerable.Range(0, 10).Select(c => new Candidate("c" + c))], 3,
            [RankedBallot.Strict(50, 0), .. Enumerable.Range(1, 9).Select(c => RankedBallot.Strict(1, c, (c % 9) + 1))]);
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("wig").Run(contest, TallyOptions.Default with { MostWays = 20 }));
        Assert.False(open.Complete);
        Assert.Equal([0], open.Certain);
        Assert.DoesNotContain(0, open.Possible);
    }

    [Fact]
    public void A_count_of_many_rounds_is_followed_on_few_ways()
    {
        var contest = Contest.Create([.. Enumerable.Range(0, 1500).Select(c => new Candidate("c" + c))], 1, [.. Enumerable.Range(0, 1500).Select(c => RankedBallot.Strict(1, c, (c + 7) % 1500))]);
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("scottish").Run(contest));
        Assert.False(open.Complete);
        Assert.InRange(open.Ways.Length, 1, 2);
    }

    [Fact]
    public void More_ways_than_the_budget_are_not_taken_for_all()
    {
        var contest = Contest.Create([.. Enumerable.Range(0, 10).Select(c => new Candidate("c" + c))], 3, []);
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("wig").Run(contest, TallyOptions.Default with { MostWays = 20 }));
        Assert.False(open.Complete);
    }
}
