using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class StandingTests
{
    private static readonly FactKey Law = FactKey.Of(5, 1);
    private readonly FactStore _store = new();

    [Fact]
    public void A_law_whose_repeal_is_annulled_from_the_start_was_never_gone()
    {
        _store.Append(Law, new Day(10), Day.Max, 1, source: 0, recorded: 0);
        _store.Append(Law, new Day(20), Day.Max, FactVersion.Nothing, source: 1, recorded: 1);
        Assert.Null(Value(25));
        _store.State(1, SourceStanding.Void, new Day(30), Day.Max, source: 2, recorded: 2);
        Assert.Equal(1, Value(25));
        Assert.Null(Value(25, known: 1));
    }

    [Fact]
    public void Under_an_ended_or_suspended_source_the_older_state_does_not_revive()
    {
        _store.Append(Law, new Day(0), Day.Max, 1, source: 0, recorded: 0);
        _store.Append(Law, new Day(10), Day.Max, 2, source: 1, recorded: 1);
        _store.State(1, SourceStanding.Suspended, new Day(20), new Day(30), source: 2, recorded: 2);
        _store.State(1, SourceStanding.Ended, new Day(40), Day.Max, source: 3, recorded: 3);
        Assert.Equal(1, Value(5));
        Assert.Equal(2, Value(15));
        Assert.Null(Value(25));
        Assert.Equal(2, Value(35));
        Assert.Null(Value(45));
        Assert.Equal(2, Value(45, known: 2));
    }

    [Fact]
    public void When_the_annulment_is_annulled_the_act_stands_again()
    {
        _store.Append(Law, new Day(0), Day.Max, 1, source: 0, recorded: 0);
        _store.State(0, SourceStanding.Void, Day.Min, Day.Max, source: 1, recorded: 1);
        _store.State(1, SourceStanding.Void, Day.Min, Day.Max, source: 2, recorded: 2);
        Assert.Null(Value(5, known: 1));
        Assert.Equal(1, Value(5, known: 2));
        Assert.Equal(SourceStanding.Void, _store.StandingOf(1, new Day(5), 2, Assumptions.None));
    }

    [Fact]
    public void A_voidable_act_has_its_effects()
    {
        _store.Append(Law, new Day(0), Day.Max, 1, source: 0, recorded: 0);
        _store.State(0, SourceStanding.Voidable, new Day(0), new Day(90), source: 1, recorded: 1);
        Assert.Equal(1, Value(5));
        Assert.Equal(SourceStanding.Voidable, _store.StandingOf(0, new Day(5), 1, Assumptions.None));
        Assert.Equal(SourceStanding.Stands, _store.StandingOf(0, new Day(90), 1, Assumptions.None));
    }

    [Fact]
    public void An_act_cannot_state_the_standing_of_a_later_one()
    {
        _store.Append(Law, new Day(0), Day.Max, 1, source: 5, recorded: 5);
        Assert.Equal(FactStore.None, _store.State(5, SourceStanding.Void, Day.Min, Day.Max, source: 4, recorded: 6));
        Assert.Equal(1, Value(5));
        Assert.True(_store.State(5, SourceStanding.Ended, new Day(7), Day.Max, source: 5, recorded: 6) >= 0);
        Assert.Null(Value(8));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(10_001)]
    public void A_chain_of_annulments_may_be_of_any_length(int length)
    {
        _store.Append(Law, new Day(0), Day.Max, 1, source: 0, recorded: 0);
        for (var act = 1; act <= length; act++)
            _store.State(act - 1, SourceStanding.Void, Day.Min, Day.Max, act, act);
        Assert.Equal(length % 2 == 0 ? 1 : null, Value(5));
        Assert.Equal(1, Value(5, known: length / 2 * 2));
    }

    [Fact]
    public void Annulments_that_share_their_annulments_are_each_worked_out_once()
    {
        // At each level two acts annul both acts of the level below: without a memory, 2 to the power of the levels.
        const int Levels = 200;
        _store.Append(Law, new Day(0), Day.Max, 1, source: 0, recorded: 0);
        int[] below = [0];
        for (var level = 0; level < Levels; level++)
        {
            int[] above = [(2 * level) + 1, (2 * level) + 2];
            foreach (var by in above)
            {
                foreach (var target in below)
                    _store.State(target, SourceStanding.Void, Day.Min, Day.Max, by, by);
            }

            below = above;
        }

        Assert.Equal(1, Value(5));
        Assert.Null(Value(5, known: (2 * Levels) - 2));
    }

    [Fact]
    public void An_annulment_that_is_contested_leaves_the_facts_open()
    {
        var contested = _store.Conditions.Literal(4, 0, 2);
        _store.Append(Law, new Day(0), Day.Max, 1, source: 0, recorded: 0);
        _store.State(0, SourceStanding.Void, Day.Min, Day.Max, source: 1, recorded: 1, contested);
        var view = new View(_store, new Day(3), 1);
        Assert.True(view.Look(Law).IsOpen);
        Assert.False(view.Look(Law).Holds);
        Assert.False(view.Under(Assumptions.None.With(4, 0)).Look(Law).Holds);
        Assert.True(view.Under(Assumptions.None.With(4, 1)).Look(Law).Holds);
        var forked = Fork.Run(null, readings => view.Under(readings).Look(Law).Holds);
        Assert.Equal([false, true], forked.Paths.Select(path => path.Result));
    }

    private long? Value(int day, int known = int.MaxValue)
    {
        var sight = new View(_store, new Day(day), known).Look(Law);
        return sight.Holds ? sight.Value : null;
    }
}
