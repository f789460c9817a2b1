using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Voting;

public class ThresholdOracleTests
{
    private static void Holds<T>(Gen<T> gen, Func<T, bool> law, int tests) =>
        Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true));

    private static Gen<(Threshold Test, Ratio[][] Voters)> Votes(int most, Gen<Threshold>? tests = null) =>
        from test in tests ?? ThresholdGenerators.AnyTest
        from voters in ThresholdGenerators.Electorate(most)
        select (test, voters);

    [Fact]
    public void A_tree_of_gates_agrees_with_a_roll_call_on_every_profile() =>
        Holds(
            Votes(4),
            vote => RollCall.AllProfiles(vote.Voters).All(voters =>
                vote.Test.Holds(RollCall.ToProfile(voters)) == (RollCall.Holds(vote.Test, voters) ? Truth.True : Truth.False)),
            60);

    [Fact]
    public void The_thresholds_of_the_field_agree_with_a_roll_call_of_six_on_every_profile()
    {
        Ratio[][] weights = [[1, 3], [1, 2], [1, 2], [1, 1], [1, 1], [1, 0]];
        var by = ThresholdGenerators.Weight;
        Threshold[] tests =
        [
            Thresholds.Majority(),
            Thresholds.MoreThan(Ratio.Half, Responses.All),
            Thresholds.AtLeast(Ratio.Parse("2/3"), Responses.Cast),
            Threshold.All(Thresholds.Quorum(Ratio.Half), Thresholds.Majority()),
            Threshold.All(Thresholds.AtLeast(Ratio.Parse("55%"), Responses.All), Threshold.Either(Thresholds.AtLeast(Ratio.Parse("65%"), Responses.All, by), Thresholds.AtMostNotInFavour(1))),
        ];
        foreach (var voters in RollCall.AllProfiles(weights))
        {
            var profile = RollCall.ToProfile(voters);
            foreach (var test in tests)
                Assert.Equal(RollCall.Holds(test, voters) ? Truth.True : Truth.False, test.Holds(profile));
        }
    }

    [Fact]
    public void The_negation_holds_exactly_when_the_test_does_not() =>
        Holds(
            Votes(4),
            vote => RollCall.AllProfiles(vote.Voters).Take(200).All(voters =>
                RollCall.Holds(vote.Test.Negation, voters) != RollCall.Holds(vote.Test, voters)),
            200);

    [Fact]
    public void What_is_certain_agrees_with_trying_every_completion() =>
        Holds(
            from vote in Votes(4)
            from answers in Gen.Elements<Response?>(Response.Yes, Response.No, Response.Abstain, Response.Absent, Response.Invalid, Response.Blank, null, null, null, null, null).ArrayOf(vote.Voters.Length)
            from possible in Gen.Elements(Responses.All, Responses.All, Responses.Cast, Responses.Yes | Responses.Absent)
            select (vote.Test, vote.Voters, answers, possible),
            vote =>
            {
                var outlook = vote.Test.Outlook(RollCall.ToProfile(vote.Voters, vote.answers), vote.possible);
                var choices = RollCall.Every.Where(response => vote.possible.Has(response)).ToArray();
                var outcomes = RollCall.AllProfiles(vote.Voters)
                    .Where(voters => voters.Select((voter, i) => vote.answers[i] is { } given ? voter.Response == given : choices.Contains(voter.Response)).All(fits => fits))
                    .Select(voters => RollCall.Holds(vote.Test, voters))
                    .Distinct()
                    .ToArray();
                var expected = outcomes.Length > 1 ? Truth.Open : outcomes[0] ? Truth.True : Truth.False;
                return outlook == new Outlook(expected, IsExact: true);
            },
            600);

    [Fact]
    public void What_is_certain_of_many_alike_agrees_with_trying_every_split() =>
        Holds(
            from test in ThresholdGenerators.AnyTest
            from count in Gen.Choose(0, 7)
            from yes in Gen.Choose(0, 5)
            from no in Gen.Choose(0, 5)
            select (Test: test, Votes: Profile.Of(new VoterClass("all", count + yes + no, [1, 2], new ResponseCounts(yes, no)))),
            vote =>
            {
                var voters = vote.Votes.Classes[0];
                var outcomes = new HashSet<Truth>();
                var n = voters.Unanswered;
                for (var a = 0L; a <= n; a++)
                    for (var b = 0L; a + b <= n; b++)
                        for (var c = 0L; a + b + c <= n; c++)
                            for (var d = 0L; a + b + c + d <= n; d++)
                                for (var e = 0L; a + b + c + d + e <= n; e++)
                                {
                                    var given = new ResponseCounts(voters.Given.Yes + a, voters.Given.No + b, c, d, e, n - a - b - c - d - e);
                                    outcomes.Add(vote.Test.Holds(Profile.Of(voters with { Given = given })));
                                }

                return vote.Test.Outlook(vote.Votes) == new Outlook(outcomes.Count > 1 ? Truth.Open : outcomes.Single(), IsExact: true);
            },
            200);

    [Fact]
    public void The_least_coalition_agrees_with_trying_every_coalition() =>
        Holds(
            from vote in Votes(6)
            from otherwise in Gen.Elements(Response.No, Response.Absent, Response.Abstain)
            select (vote.Test, vote.Voters, otherwise),
            vote => Agrees(
                Coalitions.LeastToPass(vote.Test, RollCall.ToProfile(vote.Voters, new Response?[vote.Voters.Length]), vote.otherwise),
                RollCall.AllProfiles(vote.Voters, [vote.otherwise, Response.Yes]).Where(voters => RollCall.Holds(vote.Test, voters)),
                Response.Yes),
            1500);

    [Fact]
    public void The_blocking_minority_agrees_with_trying_every_coalition() =>
        Holds(
            from vote in Votes(6)
            from answer in Gen.Elements(Response.No, Response.Absent, Response.Abstain)
            select (vote.Test, vote.Voters, answer),
            vote => Agrees(
                Coalitions.LeastToBlock(vote.Test, RollCall.ToProfile(vote.Voters, new Response?[vote.Voters.Length]), vote.answer),
                RollCall.AllProfiles(vote.Voters, [Response.Yes, vote.answer]).Where(voters => !RollCall.Holds(vote.Test, voters)),
                vote.answer),
            1500);

    [Fact]
    public void A_move_that_hurts_no_gate_never_turns_a_vote() =>
        Holds(
            from vote in Votes(4)
            from moves in Gen.Elements(RollCall.Every).Two()
            select (vote.Test, vote.Voters, From: moves.Item1, To: moves.Item2),
            vote =>
            {
                if (!vote.Test.GatesHurtBy(vote.From, vote.To).IsEmpty) return true;
                return RollCall.AllProfiles(vote.Voters).Where(voters => RollCall.Holds(vote.Test, voters)).All(voters =>
                    voters.Select((voter, i) => (voter, i)).Where(item => item.voter.Response == vote.From).All(item =>
                        RollCall.Holds(vote.Test, [.. voters.Select((voter, j) => j == item.i ? voter with { Response = vote.To } : voter)])));
            },
            150);

    private static bool Agrees(LeastVoters found, IEnumerable<RollCall.Voter[]> successes, Response moved)
    {
        var sizes = successes.Select(voters => voters.Count(voter => voter.Response == moved)).ToArray();
        return found switch
        {
            LeastVoters.Exactly exact => sizes.Length > 0 && exact.Count == sizes.Min() && exact.ByClass.Sum() == exact.Count,
            LeastVoters.Never => sizes.Length == 0,
            _ => false,
        };
    }
}
