using FsCheck;
using FsCheck.Fluent;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class ForkTests
{
    [Fact]
    public void Each_path_is_run_once_and_every_world_takes_one_of_them()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (counts, judge) = RandomJudgement(seed);
            var forked = Fork.Run(null, r => judge(r));
            var keys = forked.Paths.Select(p => string.Join(',', p.Silences)).ToList();
            return !forked.BudgetHit && keys.Distinct(StringComparer.Ordinal).Count() == keys.Count && Worlds(counts).All(world =>
            {
                var taken = forked.Paths.Where(p => p.Silences.All(s => world[s.Silence] == s.Reading)).ToList();
                return taken.Count == 1 && taken[0].Result == judge(new FixedReadings(world));
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_judgement_under_a_reading_is_the_branch_of_the_diagram_for_that_reading()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (counts, judge) = RandomJudgement(seed);
            var conditions = new Conditions();
            var diagram = Fork.Run(null, r => judge(r)).ToDiagram(conditions, leaf => leaf);
            return Worlds(counts).All(world =>
                conditions.Evaluate(diagram, s => world[s]) == judge(new FixedReadings(world))
                && conditions.Evaluate(conditions.Where(diagram, 1), s => world[s]) == (judge(new FixedReadings(world)) == 1));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_assumption_gives_the_restricted_diagram_and_is_named_where_it_was_used()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (counts, judge) = RandomJudgement(seed);
            var conditions = new Conditions();
            var free = Fork.Run(null, r => judge(r));
            var whole = free.ToDiagram(conditions, leaf => leaf);
            var silence = (seed & int.MaxValue) % counts.Length;
            var reading = (seed & int.MaxValue) / 7 % counts[silence];
            var assumed = Fork.Run(Assumptions.None.With(silence, reading, 9), r => judge(r));
            return assumed.ToDiagram(conditions, leaf => leaf) == conditions.Restrict(whole, silence, reading)
                && assumed.Met.All(m => m.Silence != silence)
                && (assumed.Assumed.Contains(silence) || free.Met.All(m => m.Silence != silence)
                    || free.Paths.Any(p => p.Silences.All(s => s.Silence != silence)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_judgement_that_meets_no_silence_runs_once_and_allocates_nothing()
    {
        var readings = new Readings();
        var runs = new int[1];
        _ = Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var forked = Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(2, runs[0]);
        Assert.True(forked.IsSingle);
        Assert.Equal(42, forked.First);
        Assert.Empty(forked.Met);

        Forked<int> Run() => Fork.Run(readings, null, runs, static (count, _) => 40 + Math.Min(2, ++count[0] + 1));
    }

    [Fact]
    public void Met_and_material_are_told_apart()
    {
        var conditions = new Conditions();
        var forked = Fork.Run(null, r =>
        {
            var ignored = r.Ask(5, 3);
            return r.Ask(2, 2) == 0 || ignored > 7 ? 1 : 0;
        });
        Assert.Equal([5, 2], forked.Met.Select(m => m.Silence));
        Assert.Equal([2], conditions.Support(forked.ToDiagram(conditions, leaf => leaf)));
    }

    [Fact]
    public void Over_the_budget_the_untried_readings_are_undetermined_and_the_most_branching_is_named_first()
    {
        var conditions = new Conditions();
        var forked = Fork.Run(null, r =>
        {
            var sum = 0;
            for (var silence = 0; silence < 13; silence++)
                sum += r.Ask(silence, silence == 6 ? 3 : 2);
            return sum > 100 ? 1 : 0;
        });
        Assert.True(forked.BudgetHit);
        Assert.Equal(Fork.DefaultBudget, forked.Count);
        Assert.Equal(6, forked.Met[0].Silence);
        var diagram = forked.ToDiagram(conditions, leaf => leaf, untried: 2);
        Assert.Equal([0, 2], conditions.Leaves(diagram));
        Assert.Equal(0, conditions.Evaluate(diagram, _ => 0));
        Assert.Equal(2, conditions.Evaluate(diagram, s => s == 6 ? 2 : 1));
    }

    [Fact]
    public void Exactly_the_budget_is_not_over_it()
    {
        var forked = Fork.Run(null, r => Enumerable.Range(0, 12).Sum(s => r.Ask(s, 2)));
        Assert.Equal(4096, forked.Count);
        Assert.False(forked.BudgetHit);
    }

    private static IEnumerable<int[]> Worlds(int[] counts)
    {
        var total = counts.Aggregate(1, (a, b) => a * b);
        for (var i = 0; i < total; i++)
        {
            var world = new int[counts.Length];
            for (int s = 0, rest = i; s < counts.Length; rest /= counts[s], s++)
                world[s] = rest % counts[s];
            yield return world;
        }
    }

    /// <summary>A decision tree that asks in an order of its own on each path, sometimes the same silence twice.</summary>
    private static (int[] Counts, Func<IReadings, int> Judge) RandomJudgement(int seed)
    {
        var random = new Random(seed);
        var counts = Enumerable.Range(0, 5).Select(_ => random.Next(1, 4)).ToArray();
        return (counts, readings =>
        {
            var state = unchecked((uint)seed * 2654435761U);
            for (var i = 0; i < 6 && state % 5 != 0; i++)
            {
                var silence = (int)(state / 7 % 5);
                var reading = readings.Ask(silence, counts[silence]);
                state = unchecked((state ^ (uint)(reading + 1)) * 2246822519U) ^ (state >> 13);
            }

            return (int)(state % 3);
        });
    }
}
