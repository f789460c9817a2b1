using System.Numerics;
using Foedus.Counting.Tests.Ballots;

namespace Foedus.Counting.Tests.Tallies.Transferable;

/// <summary>The fast counts against counts that walk over every paper.</summary>
public class SlowCountTests
{
    private static readonly BigInteger Scale = 100_000;

    [Fact]
    public void The_Scottish_count_agrees_stage_by_stage_with_one_that_walks_over_every_paper() =>
        AgreesByStage("scottish", contest => PaperByPaper.Gregory(
            contest, (BigInteger)((long)contest.Total / (contest.Seats + 1)) + 1, above: false, value => Ratio.Of((value * Scale).Floor(), Scale)));

    [Fact]
    public void The_exact_Gregory_count_agrees_stage_by_stage_with_one_that_walks_over_every_paper() =>
        AgreesByStage("wig", contest => PaperByPaper.Gregory(contest, contest.Total / ((Ratio)(contest.Seats + 1L)), above: true, value => value));

    [Fact]
    public void Instant_runoff_agrees_with_one_that_walks_over_every_paper() =>
        Agrees("irv", contest => PaperByPaper.Runoff(contest) is { } winner ? [winner] : null, 300, one: true);

    [Fact]
    public void The_Senate_s_count_agrees_count_by_count_with_one_that_walks_over_every_paper() => AgreesByStage("senate", PaperByPaper.Senate, 400);

    [Fact]
    public void In_an_exclusion_for_the_Senate_a_candidate_loses_what_the_papers_that_go_had_brought()
    {
        var tallied = Assert.IsType<Tallied>(Papers.Rule("senate").Run(Papers.Of(
            2, "ABCDE", "8 A>D", "11 A>B", "1 A>C>D", "1 A>E>C>D", "2 C>D", "1 E>C>D", "4 D")));
        Assert.Equal(5, tallied.Rounds.Length);
        Assert.Equal([10, 5, 0, 11, 0], tallied.Rounds[^1].Rows.Take(5).Select(row => (int)row.Cells[0]!.Value.Numerator));
    }

    [Fact]
    public void ERS97_agrees_with_one_that_walks_over_every_paper() => Agrees("ers97", Ers97PaperByPaper.Count, 600);

    [Fact]
    public void The_reference_rule_of_Meek_agrees_with_one_that_walks_over_every_paper() =>
        Agrees("meek-prf", PaperByPaper.MeekReference, 150);

    [Fact]
    public void Exact_Meek_agrees_with_thousands_of_small_steps() => Agrees("meek", contest => PaperByPaper.Limit(contest, warren: false), 40);

    [Fact]
    public void Exact_Warren_agrees_with_thousands_of_small_steps() => Agrees("warren", contest => PaperByPaper.Limit(contest, warren: true), 40);

    private static void AgreesByStage(string rule, Func<Contest, (List<Ratio[]> Stages, int[] Elected)?> slow, int tests = 200)
    {
        var compared = 0;
        AnyContest.Holds(
            AnyContest.Strict,
            contest =>
            {
                if (slow(contest) is not { } expected) return true;
                compared++;
                var tallied = Papers.Rule(rule).Run(contest) as Tallied;
                return tallied is not null
                    && expected.Elected.SequenceEqual(tallied.Winners.Order())
                    && expected.Stages.Count == tallied.Rounds.Length
                    && expected.Stages.Zip(tallied.Rounds).All(pair =>
                        pair.First.SequenceEqual(pair.Second.Rows.Where(row => row.Candidate is not null).Select(row => row.Cells[0]!.Value)));
            },
            tests);
        Assert.InRange(compared, 30, tests);
    }

    private static void Agrees(string rule, Func<Contest, int[]?> slow, int tests, bool one = false)
    {
        var compared = 0;
        AnyContest.Holds(
            AnyContest.Strict,
            given =>
            {
                var contest = one ? given.WithSeats(1) : given;
                if (slow(contest) is not { } expected) return true;
                compared++;
                return Papers.Rule(rule).Run(contest) is Tallied tallied && expected.SequenceEqual(tallied.Winners.Order());
            },
            tests);
        Assert.InRange(compared, tests / 8, tests);
    }
}
