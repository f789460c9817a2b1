using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Completions;

/// <summary>What a vote of which not everything is told may come to, beside every way in which the votes may lie.</summary>
public sealed class CompletionTests
{
    [Fact]
    public void The_answers_together_are_those_of_all_completions()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var (gates, classes, shared) = Poll(new Random(seed));
            var ways = Ways(gates, classes, shared);
            var found = new Counting.Completions(gates, classes, [shared]);
            Assert.Equal(ways.Order(), found.Together!.Order());
        }
    }

    [Fact]
    public void A_gate_by_itself_is_settled_just_where_every_completion_agrees()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var (gates, classes, shared) = Poll(new Random(seed));
            var ways = Ways(gates, classes, shared);
            var found = new Counting.Completions(gates, classes, [shared]);
            for (var g = 0; g < gates.Length; g++)
            {
                var (some, all) = (ways.Any(w => (w & (1UL << g)) != 0), ways.All(w => (w & (1UL << g)) != 0));
                Assert.Equal(all ? Truth.True : some ? Truth.Open : Truth.False, found.Alone[g]);
            }
        }
    }

    [Fact]
    public void Parts_can_carry_together_just_where_some_completion_carries_them_all()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var (_, classes, shared) = Poll(new Random(seed));
            var gates = classes.Select((_, c) => Thresholds.MoreThan(Ratio.Half, Responses.Cast, new Measure(c + 1))).ToImmutableArray();
            var parts = classes.Select((voters, c) => voters with
            {
                Weights = [WeightBounds.Exactly(1), .. classes.Select((_, p) => p == c ? WeightBounds.Exactly(1) : WeightBounds.None)],
            }).ToImmutableArray();
            var ways = Ways(gates, parts, shared);
            var all = (1UL << gates.Length) - 1;
            Assert.Equal(ways.Contains(all), new Counting.Completions(gates, parts, [shared]).CanAllHold([.. Enumerable.Range(0, gates.Length)]));
        }
    }

    [Fact]
    public void Gates_that_ask_otherwise_of_the_same_sides_are_settled_as_each_is_by_itself()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var (plain, exact, shared) = Poll(random);
            WeightBounds[] weights = [WeightBounds.Exactly(2), WeightBounds.Some, WeightBounds.Any, WeightBounds.None, new WeightBounds(1, 3), new WeightBounds(1, null)];
            var classes = exact.Select(c => c with { Weights = [c.Weights[0], weights[random.Next(weights.Length)]] }).ToImmutableArray();
            ImmutableArray<Gate> gates = [.. plain.SelectMany(g => new[] { g, g with { Strict = !g.Strict }, g.Negation as Gate, new Gate(g.Left, g.Strict, g.Right) }).OfType<Gate>()];
            var found = new Counting.Completions(gates, classes, [shared]);
            for (var g = 0; g < gates.Length; g++)
                Assert.Equal(new Counting.Completions([gates[g]], classes, [shared]).Alone[0], found.Alone[g]);
        }
    }

    [Fact]
    public void All_of_an_unknown_weight_is_all_and_none_of_it_is_none()
    {
        PollClass Voters(Response response) => new(2, [WeightBounds.Exactly(1), WeightBounds.Some], default(ResponseCounts).Plus(response, 2));
        var gate = Thresholds.MoreThan(Ratio.Half, Responses.All, new Measure(1));
        Assert.Equal(Truth.True, new Counting.Completions([gate], [Voters(Response.Yes)], []).Alone[0]);
        Assert.Equal(Truth.False, new Counting.Completions([gate], [Voters(Response.No)], []).Alone[0]);
        Assert.Equal(Truth.Open, new Counting.Completions([gate], [Voters(Response.Yes), Voters(Response.No)], []).Alone[0]);
    }

    private static (ImmutableArray<Gate> Gates, ImmutableArray<PollClass> Classes, SharedVotes Shared) Poll(Random random)
    {
        var classes = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
        {
            var count = random.Next(1, 4);
            var known = random.Next(0, count);
            return new PollClass(count, [WeightBounds.Exactly(1), WeightBounds.Exactly(random.Next(0, 4))], default(ResponseCounts).Plus((Response)random.Next(0, 4), known));
        }).ToImmutableArray();
        var free = (int)classes.Sum(c => c.Untold);
        var (yes, no) = (random.Next(0, free + 1), 0);
        no = random.Next(0, free - yes + 1);
        var shared = new SharedVotes([.. Enumerable.Range(0, classes.Length)], 0, [yes, no, 0, 0, 0, 0], Divisible: false);
        ImmutableArray<Gate> gates =
        [
            Thresholds.MoreThan(Ratio.Half, Responses.Cast, new Measure(random.Next(0, 2))),
            Thresholds.AtLeast(Ratio.Of(2, 3), Responses.All, new Measure(1)),
            Thresholds.AtLeast(random.Next(0, 5), new Measure(1)),
        ];
        return (gates, classes, shared);
    }

    /// <summary>Every way of giving the told votes to the untold voters, tried one after the other.</summary>
    private static HashSet<ulong> Ways(ImmutableArray<Gate> gates, ImmutableArray<PollClass> classes, SharedVotes shared)
    {
        var found = new HashSet<ulong>();
        var given = classes.Select(c => c.Given).ToArray();
        Place(0, (long)shared.Given[0].Floor(), (long)shared.Given[1].Floor());
        return found;

        void Place(int c, long yes, long no)
        {
            if (c == classes.Length)
            {
                if (yes + no == 0)
                    found.Add(Read(gates, classes, given));
                return;
            }

            var before = given[c];
            for (var y = 0; y <= Math.Min(yes, classes[c].Untold); y++)
            {
                for (var n = 0; n <= Math.Min(no, classes[c].Untold - y); n++)
                {
                    given[c] = before.Plus(Response.Yes, y).Plus(Response.No, n);
                    Place(c + 1, yes - y, no - n);
                }
            }

            given[c] = before;
        }
    }

    private static ulong Read(ImmutableArray<Gate> gates, ImmutableArray<PollClass> classes, ResponseCounts[] given)
    {
        var profile = new Profile([.. classes.Select((c, i) => new VoterClass("", c.Count, [.. c.Weights.Select(w => (RatioRange)w.Low)], given[i]))]);
        var bits = 0UL;
        for (var g = 0; g < gates.Length; g++)
            bits |= gates[g].Holds(profile) == Truth.True ? 1UL << g : 0;
        return bits;
    }
}
