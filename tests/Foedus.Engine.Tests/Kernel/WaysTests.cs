using FsCheck;
using FsCheck.Fluent;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class WaysTests
{
    [Fact]
    public void The_ways_are_the_prime_implicants()
    {
        Prop.ForAll(ConditionLawTests.Formulas(), formula =>
        {
            var conditions = new Conditions();
            var ways = conditions.WaysTo(formula.Build(conditions), int.MaxValue);
            var found = ways.Shortest.Select(Text).Order(StringComparer.Ordinal);
            return ways.IsExact && ways.More == 0 && found.SequenceEqual(BruteForce(formula).Select(Text).Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_shortest_come_first_and_the_rest_are_counted()
    {
        var conditions = new Conditions();
        var any = Condition.Never;
        for (var silence = 0; silence < 7; silence++)
            any = conditions.Or(any, conditions.Literal(silence, 1, 2));
        any = conditions.Or(any, conditions.And(conditions.Literal(8, 0, 2), conditions.Literal(9, 1, 2)));
        var ways = conditions.WaysTo(any);
        Assert.Equal(5, ways.Shortest.Count);
        Assert.Equal(3, ways.More);
        Assert.True(ways.IsExact);
        Assert.All(ways.Shortest, way => Assert.Single(way.Literals));
        Assert.Equal([0, 1, 2, 3, 4], ways.Shortest.Select(way => way.Literals[0].Silence));
    }

    [Fact]
    public void What_is_settled_needs_nothing_and_what_is_excluded_has_no_way()
    {
        var conditions = new Conditions();
        Assert.Empty(Assert.Single(conditions.WaysTo(Condition.Always).Shortest).Literals);
        Assert.Empty(conditions.WaysTo(Condition.Never).Shortest);
    }

    [Fact]
    public void With_many_material_silences_each_way_given_still_leads_there_and_has_nothing_to_spare()
    {
        var conditions = new Conditions();
        var wanted = Condition.Never;
        for (var pair = 0; pair < 10; pair++)
        {
            var both = conditions.And(conditions.Literal(pair, 1, 2), conditions.Literal(19 - pair, 1, 3));
            wanted = conditions.Or(wanted, both);
        }

        var ways = conditions.WaysTo(wanted);
        Assert.False(ways.IsExact);
        Assert.Equal(5, ways.Shortest.Count);
        foreach (var way in ways.Shortest)
        {
            Assert.Equal(2, way.Literals.Count);
            Assert.Equal(Condition.Always, Restricted(way.Literals));
            Assert.NotEqual(Condition.Always, Restricted(way.Literals.Skip(1)));
            Assert.NotEqual(Condition.Always, Restricted(way.Literals.SkipLast(1)));
        }

        Condition Restricted(IEnumerable<Literal> literals) =>
            literals.Aggregate(wanted, (condition, literal) => conditions.Restrict(condition, literal.Silence, literal.Reading));
    }

    private static string Text(Way way) => string.Join(' ', way.Literals.Select(l => FormattableString.Invariant($"{l.Silence}={l.Reading}")));

    private static List<Way> BruteForce(ConditionLawTests.Formula formula)
    {
        int[] counts = [2, 3, 2, 4];
        var worlds = ConditionLawTests.Worlds().ToList();
        var implicants = new List<Way>();
        foreach (var partial in Partials(counts, 0))
        {
            if (worlds.Where(w => partial.All(l => w[l.Silence] == l.Reading)).All(formula.Holds))
                implicants.Add(new Way(partial));
        }

        return implicants.FindAll(way => !implicants.Exists(other =>
            other.Literals.Count < way.Literals.Count && other.Literals.All(way.Literals.Contains)));
    }

    private static IEnumerable<List<Literal>> Partials(int[] counts, int silence)
    {
        if (silence == counts.Length)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Partials(counts, silence + 1))
        {
            yield return rest;
            for (var reading = 0; reading < counts[silence]; reading++)
                yield return [new Literal(silence, reading), .. rest];
        }
    }
}
