using System.Collections.Immutable;
using Foedus.Counting.Tests.Ballots;

namespace Foedus.Counting.Tests.Tallies.Transferable;

/// <summary>What holds of every transferable count.</summary>
public class TransferableLawTests
{
    private static readonly string[] Rules = ["scottish", "wig", "meek", "warren", "meek-prf", "ers97", "senate"];

    public static TheoryData<string> All => [.. Rules];

    public static TheoryData<string> Proportional => ["wig", "meek", "warren", "scottish", "meek-prf"];

    private static TallyOptions ByOrder(Contest contest) =>
        TallyOptions.Default with { Ties = TieBreaking.Order([.. Enumerable.Range(0, contest.Candidates.Length)]) };

    [Theory, MemberData(nameof(All))]
    public void Votes_are_conserved_in_every_round_and_seats_are_filled(string rule) =>
        AnyContest.Holds(AnyContest.Strict, contest =>
        {
            var tallied = (Tallied)Papers.Rule(rule).Run(contest, ByOrder(contest));
            var most = Ratio.Of(tallied.Decimals switch { 5 => 1, 9 => 1, 2 => 1000, 0 => 100_000, _ => 0 }, 100_000) * contest.Total * tallied.Rounds.Length;
            foreach (var round in tallied.Rounds)
            {
                var votes = round.Rows.Where(row => row.Candidate is not null || row.Label == TallyLabels.Exhausted).ToList();
                var total = round.Rows.Single(row => row.Label == TallyLabels.Total).Cells[0]!.Value;
                var lost = round.Rows.SingleOrDefault(row => row.Label == TallyLabels.LostByRounding)?.Cells[0] ?? 0;
                var sum = votes.Aggregate(lost, (all, row) => all + row.Cells[0]!.Value);
                if (votes.Exists(row => row.Cells[0]!.Value.Sign < 0) || sum != total || total != contest.Total || lost.Sign < 0 || lost > most) return false;
            }

            return tallied.Winners.Distinct().Count() == tallied.Winners.Length
                && tallied.Winners.Length == Math.Min(contest.Seats, contest.Candidates.Length)
                && tallied.Unfilled == contest.Seats - tallied.Winners.Length;
        });

    [Theory, MemberData(nameof(Proportional))]
    public void A_solid_coalition_gets_a_seat_for_each_quota(string rule)
    {
        var applied = 0;
        AnyContest.Holds(AnyContest.Strict, contest =>
        {
            var tallied = (Tallied)Papers.Rule(rule).Run(contest, ByOrder(contest));
            var n = contest.Candidates.Length;
            for (var set = 1; set < 1 << n; set++)
            {
                var size = System.Numerics.BitOperations.PopCount((uint)set);
                long support = 0;
                foreach (var ballot in contest.Ballots)
                {
                    if (ballot.Ranks.Length >= size && ballot.Ranks.Take(size).All(group => (set >> group[0] & 1) == 1)) support += ballot.Count;
                }

                // A whole quota more than the exact one, and a unit for what the rule's rounding may lose.
                var quota = rule is "wig" or "meek" or "warren" ? Ratio.Of(contest.Total, contest.Seats + 1) : (Ratio)((long)contest.Total / (contest.Seats + 1) + 1);
                var due = 0;
                while (due < size && due < contest.Seats && support > quota * (due + 1L) + (rule is "wig" or "meek" or "warren" ? Ratio.Zero : Ratio.One)) due++;
                if (due == 0) continue;
                applied++;
                if (tallied.Winners.Count(c => (set >> c & 1) == 1) < due) return false;
            }

            return true;
        });
        Assert.True(applied > 50);
    }

    [Theory, MemberData(nameof(All))]
    public void The_order_of_ballots_and_their_splitting_change_nothing(string rule) =>
        AnyContest.Holds(AnyContest.Strict, contest =>
        {
            var split = contest.Ballots.Reverse().SelectMany(ballot => ballot.Count == 1 ? [ballot] : new[] { ballot with { Count = 1 }, ballot with { Count = ballot.Count - 1 } });
            var other = Contest.Create(contest.Candidates, contest.Seats, [.. split]);
            return Same((Tallied)Papers.Rule(rule).Run(contest, ByOrder(contest)), (Tallied)Papers.Rule(rule).Run(other, ByOrder(other)));
        });

    [Theory, MemberData(nameof(All))]
    public void Another_order_of_the_candidates_on_the_paper_elects_the_same(string rule)
    {
        var compared = 0;
        AnyContest.Holds(AnyContest.Strict, contest =>
        {
            var n = contest.Candidates.Length;
            int Turn(int c) => (c + 1) % n;
            var turned = contest.Ballots.Select(ballot => ballot with { Ranks = [.. ballot.Ranks.Select(group => group.Select(Turn).ToImmutableArray())] });
            var other = Contest.Create([.. Enumerable.Range(0, n).Select(c => contest.Candidates[(c + n - 1) % n])], contest.Seats, [.. turned]);
            if (PaperByPaper.Untied(Papers.Rule(rule).Run(contest)) is not { } winners) return true;
            compared++;
            return PaperByPaper.Untied(Papers.Rule(rule).Run(other)) is { } moved && winners.Select(Turn).Order().SequenceEqual(moved);
        });
        Assert.True(compared > 15);
    }

    [Theory, MemberData(nameof(All))]
    public void A_withdrawn_candidate_is_as_if_never_on_the_paper(string rule) =>
        AnyContest.Holds(AnyContest.Strict, contest =>
        {
            if (contest.Candidates.Length < 2) return true;
            var gone = contest.Candidates.Length - 1;
            var marked = Contest.Create(contest.Candidates.SetItem(gone, contest.Candidates[gone] with { Withdrawn = true }), contest.Seats, contest.Ballots);
            var papers = contest.Ballots.Select(ballot => ballot with { Ranks = [.. ballot.Ranks.Where(group => group[0] != gone)] }).Where(ballot => ballot.Ranks.Length > 0);
            var never = Contest.Create(contest.Candidates.RemoveAt(gone), contest.Seats, [.. papers]);
            return ((Tallied)Papers.Rule(rule).Run(marked, ByOrder(marked))).Winners.SequenceEqual(((Tallied)Papers.Rule(rule).Run(never, ByOrder(never))).Winners);
        });

    [Fact]
    public void Equal_ranks_are_completed_in_every_order_by_the_exact_rules()
    {
        // 12 papers of A=B>C are six of A>B>C and six of B>A>C.
        var equal = Papers.Of(2, "ABCD", "12 A=B>C", "5 C", "4 D>C");
        var spelt = Papers.Of(2, "ABCD", "6 A>B>C", "6 B>A>C", "5 C", "4 D>C");
        foreach (var rule in (string[])["wig", "meek", "warren"])
            Assert.True(Same((Tallied)Papers.Rule(rule).Run(spelt, ByOrder(spelt)), (Tallied)Papers.Rule(rule).Run(equal, ByOrder(equal))), rule);
        Assert.Equal(new NotTallied(TallyRefusal.EqualRanks, 0), Papers.Rule("meek-prf").Run(equal));
        Assert.Equal(9, ((Tallied)Papers.Rule("scottish").Run(equal, ByOrder(equal))).Rounds[0].Rows.Single(row => row.Label == TallyLabels.Total).Cells[0]!.Value);
        var nine = Contest.Create([.. Enumerable.Range(0, 9).Select(c => new Candidate("c" + c))], 2, [new RankedBallot(1, [[.. Enumerable.Range(0, 9)]])]);
        Assert.Equal(TallyRefusal.TooManyEqualRanks, Assert.IsType<NotTallied>(Papers.Rule("meek").Run(nine)).Reason);
    }

    private static bool Same(Tallied one, Tallied two) =>
        one.Winners.SequenceEqual(two.Winners)
        && one.Rounds.Length == two.Rounds.Length
        && one.Rounds.Zip(two.Rounds).All(pair => pair.First.Rows.Zip(pair.Second.Rows).All(rows => rows.First.Cells.SequenceEqual(rows.Second.Cells)));
}
