using FsCheck;
using FsCheck.Fluent;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

/// <summary>Diagrams against truth tables: four silences with 2, 3, 2 and 4 readings.</summary>
public sealed class ConditionLawTests
{
    private static readonly int[] Counts = [2, 3, 2, 4];

    [Fact]
    public void A_condition_is_true_exactly_where_its_formula_is()
    {
        Prop.ForAll(Formulas(), formula =>
        {
            var conditions = new Conditions();
            var condition = formula.Build(conditions);
            return Worlds().All(world => conditions.Evaluate(condition, s => world[s]) == formula.Holds(world));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Conditions_are_equal_exactly_where_their_truth_tables_are()
    {
        Prop.ForAll(Formulas(), Formulas(), (a, b) =>
        {
            var conditions = new Conditions();
            return (a.Build(conditions) == b.Build(conditions)) == Worlds().All(w => a.Holds(w) == b.Holds(w));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Only_silences_that_can_change_the_truth_are_in_the_support()
    {
        Prop.ForAll(Formulas(), formula =>
        {
            var conditions = new Conditions();
            var support = conditions.Support(formula.Build(conditions));
            var material = Enumerable.Range(0, Counts.Length).Where(s => Worlds().Any(world =>
                Enumerable.Range(0, Counts[s]).Any(reading => formula.Holds(world) != formula.Holds(With(world, s, reading)))));
            return support.SequenceEqual(material);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_restricted_condition_is_the_condition_where_the_silence_is_read_so()
    {
        Prop.ForAll(Formulas(), formula =>
        {
            var conditions = new Conditions();
            var condition = formula.Build(conditions);
            for (var silence = 0; silence < Counts.Length; silence++)
            {
                for (var reading = 0; reading < Counts[silence]; reading++)
                {
                    var restricted = conditions.Restrict(condition, silence, reading);
                    if (conditions.Support(restricted).Contains(silence)
                        || Worlds().Any(w => conditions.Evaluate(restricted, s => w[s]) != formula.Holds(With(w, silence, reading))))
                    {
                        return false;
                    }
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_oracle_that_leaves_silences_open_is_answered_only_where_they_do_not_matter()
    {
        Prop.ForAll(Formulas(), ArbMap.Default.ArbFor<int>(), (formula, chosen) =>
        {
            var conditions = new Conditions();
            var condition = formula.Build(conditions);
            var world = Worlds().ElementAt((chosen & 0xFFFF) % Worlds().Count());
            var assumed = Assumptions.None;
            for (var s = 0; s < Counts.Length; s++)
            {
                if (((chosen >> (16 + s)) & 1) != 0)
                    assumed = assumed.With(s, world[s]);
            }

            var possible = Worlds().Where(w => assumed.Silences.All(s => w[s] == world[s])).Select(formula.Holds).Distinct().ToList();
            var expected = possible.Count == 2 ? -1 : possible[0] ? 1 : 0;
            return conditions.Decide(condition, assumed) == expected;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Always_is_0_and_never_is_1()
    {
        var conditions = new Conditions();
        var literal = conditions.Literal(3, 1, 2);
        Assert.Equal(Condition.Always, conditions.Or(literal, conditions.Not(literal)));
        Assert.Equal(Condition.Never, conditions.And(literal, conditions.Not(literal)));
        Assert.True(default(Condition).IsAlways);
        Assert.Equal(literal, conditions.Literal(3, 1, 2));
        Assert.Equal(conditions.Literal(3, 0, 2), conditions.Not(literal));
        Assert.Equal(Condition.Always, conditions.Literal(7, 0, 1));
    }

    [Fact]
    public void A_silence_keeps_its_count_of_readings()
    {
        var conditions = new Conditions();
        conditions.Literal(0, 0, 3);
        Assert.Equal(3, conditions.ReadingsOf(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => conditions.Literal(0, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => conditions.Literal(1, 2, 2));
    }

    [Fact]
    public void Many_conditions_are_kept_apart()
    {
        var conditions = new Conditions();
        var seen = new Dictionary<Condition, (int, int)>();
        for (var a = 0; a < 60; a++)
        {
            for (var b = a + 1; b < 60; b++)
                seen.Add(conditions.And(conditions.Literal(a, 1, 2), conditions.Literal(b, 1, 2)), (a, b));
        }

        Assert.Equal(60 * 59 / 2, seen.Count);
        foreach (var (condition, pair) in seen)
            Assert.Equal([pair.Item1, pair.Item2], conditions.Support(condition));
    }

    [Fact]
    public void A_condition_over_many_open_silences_is_found_open_at_once()
    {
        var conditions = new Conditions();
        var odd = Condition.Never;
        for (var silence = 0; silence < 60; silence++)
        {
            var one = conditions.Literal(silence, 1, 2);
            odd = conditions.Or(conditions.Except(odd, one), conditions.Except(one, odd));
        }

        var assumed = Assumptions.None;
        Assert.Equal(-1, conditions.Decide(odd, assumed));
        for (var silence = 0; silence < 59; silence++)
            assumed = assumed.With(silence, 1);
        Assert.Equal(-1, conditions.Decide(odd, assumed));
        Assert.Equal(1, conditions.Decide(odd, assumed.With(59, 0)));
    }

    internal static IEnumerable<int[]> Worlds() =>
        from a in Enumerable.Range(0, Counts[0])
        from b in Enumerable.Range(0, Counts[1])
        from c in Enumerable.Range(0, Counts[2])
        from d in Enumerable.Range(0, Counts[3])
        select new[] { a, b, c, d };

    internal static Arbitrary<Formula> Formulas() => Gen.Sized(size => Of(Math.Min(size, 24))).ToArbitrary();

    private static int[] With(int[] world, int silence, int reading)
    {
        var copy = (int[])world.Clone();
        copy[silence] = reading;
        return copy;
    }

    private static Gen<Formula> Of(int size)
    {
        var literal = from silence in Gen.Choose(0, Counts.Length - 1)
                      from reading in Gen.Choose(0, Counts[silence] - 1)
                      select (Formula)new Formula.Is(silence, reading);
        if (size <= 1)
            return literal;
        var smaller = Of(size / 2);
        return Gen.OneOf(
            literal,
            from of in Of(size - 1) select (Formula)new Formula.Not(of),
            from a in smaller from b in smaller select (Formula)new Formula.And(a, b),
            from a in smaller from b in smaller select (Formula)new Formula.Or(a, b));
    }

    internal abstract record Formula
    {
        public abstract bool Holds(int[] world);

        public abstract Condition Build(Conditions conditions);

        public sealed record Is(int Silence, int Reading) : Formula
        {
            public override bool Holds(int[] world) => world[Silence] == Reading;

            public override Condition Build(Conditions conditions) => conditions.Literal(Silence, Reading, Counts[Silence]);
        }

        public sealed record Not(Formula Of) : Formula
        {
            public override bool Holds(int[] world) => !Of.Holds(world);

            public override Condition Build(Conditions conditions) => conditions.Not(Of.Build(conditions));
        }

        public sealed record And(Formula A, Formula B) : Formula
        {
            public override bool Holds(int[] world) => A.Holds(world) && B.Holds(world);

            public override Condition Build(Conditions conditions) => conditions.And(A.Build(conditions), B.Build(conditions));
        }

        public sealed record Or(Formula A, Formula B) : Formula
        {
            public override bool Holds(int[] world) => A.Holds(world) || B.Holds(world);

            public override Condition Build(Conditions conditions) => conditions.Or(A.Build(conditions), B.Build(conditions));
        }
    }
}
