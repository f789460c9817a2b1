using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class ProspectiveTests
{
    private static readonly FactKey Bill = FactKey.Of(2, 1);
    private readonly FactStore _store = new();

    [Fact]
    public void A_deemed_approval_needs_no_act_and_an_answer_in_time_prevents_it()
    {
        _store.Append(Bill, new Day(0), Day.Max, 0, 0, 0);
        var deemed = _store.Prepare(0, new Day(90), 0);
        _store.Append(Bill, new Day(90), Day.Max, 1, deemed, 0);
        Assert.Equal(0, Value(89));
        Assert.Equal(1, Value(90));
        Assert.True(_store.Overlay(deemed, new Day(89), 5, 5));
        Assert.Equal(0, Value(90));
        Assert.Equal(1, Value(90, known: 4));
    }

    [Fact]
    public void An_answer_on_the_due_day_is_too_late()
    {
        var deemed = _store.Prepare(0, new Day(90), 0);
        Assert.False(_store.Overlay(deemed, new Day(90), 5, 5));
        Assert.Equal(SourceStanding.Stands, _store.StandingOf(deemed, new Day(90), 9, Assumptions.None));
    }

    [Fact]
    public void When_the_timely_answer_is_annulled_the_lapse_has_come_after_all()
    {
        var deemed = _store.Prepare(0, new Day(90), 0);
        _store.Append(Bill, new Day(90), Day.Max, 1, deemed, 0);
        _store.Overlay(deemed, new Day(80), 5, 5);
        _store.State(5, SourceStanding.Void, Day.Min, Day.Max, 6, 6);
        Assert.Null(Value(100, known: 5));
        Assert.Equal(1, Value(100, known: 6));
    }

    [Fact]
    public void A_later_step_falls_with_an_earlier_one_and_not_the_other_way_round()
    {
        var first = _store.Prepare(0, new Day(5), 0);
        var second = _store.Prepare(first, new Day(10), 0);
        _store.Append(Bill, new Day(5), Day.Max, 1, first, 0);
        _store.Append(Bill, new Day(10), Day.Max, 2, second, 0);
        var branch = _store.Branch();
        branch.Overlay(second, new Day(7), 1, 1);
        Assert.Equal(1, new View(branch, new Day(20), int.MaxValue).Look(Bill).Value);
        _store.Overlay(first, new Day(4), 1, 1);
        Assert.Null(Value(20));
    }

    [Fact]
    public void What_an_act_has_prepared_falls_with_the_act()
    {
        var lapse = _store.Prepare(3, new Day(10), 3);
        _store.Append(Bill, new Day(10), Day.Max, 1, lapse, 3);
        _store.State(3, SourceStanding.Ended, new Day(20), Day.Max, 4, 4);
        Assert.Equal(1, Value(15));
        Assert.Null(Value(20));
        _store.State(3, SourceStanding.Void, Day.Min, Day.Max, 5, 5);
        Assert.Null(Value(15));
    }

    [Fact]
    public void The_calendar_lists_what_stands_in_the_window_by_due_day()
    {
        var late = _store.Prepare(0, new Day(30), 0, tag: 7);
        var early = _store.Prepare(0, new Day(10), 0);
        var same = _store.Prepare(0, new Day(30), 0);
        var gone = _store.Prepare(0, new Day(20), 0);
        _store.Prepare(0, new Day(31), 0);
        _store.Overlay(gone, new Day(3), 1, 1);
        Assert.Equal([early, late, same], Sources(known: 1));
        Assert.Equal([early, gone, late, same], Sources(known: 0));
        Assert.Empty(Sources(known: -1));
        Assert.Equal(7, _store.Calendar(new Day(30), new Day(31), 1, Assumptions.None)[0].Tag);

        IEnumerable<int> Sources(int known) =>
            _store.Calendar(new Day(10), new Day(31), known, Assumptions.None).Select(act => act.Source);
    }

    [Fact]
    public void A_chain_is_bounded_and_unrolls_once_its_last_step_is_reached()
    {
        var last = 0;
        for (var step = 0; step < FactStore.ChainBound; step++)
            last = _store.Prepare(last, new Day(7 * (step + 1)), 0, unrolls: step == FactStore.ChainBound - 1);
        Assert.Equal(FactStore.ChainBound - 1, _store.ProspectiveOf(last).Depth);
        var tooFar = _store.Prepare(last, new Day(70), 0);
        Assert.Equal(FactStore.NoSource, tooFar);
        Assert.Equal(FactStore.None, _store.Append(Bill, new Day(70), Day.Max, 1, tooFar, 0));
        Assert.Equal(FactStore.None, _store.State(0, SourceStanding.Ended, new Day(70), Day.Max, tooFar, 0));
        Assert.Equal(FactStore.NoSource, _store.Prepare(tooFar, new Day(77), 0));
        Assert.Equal(FactStore.ChainBound, _store.Prospective);

        var unrolled = _store.Prepare(last, new Day(70), 40);
        Assert.Equal(0, _store.ProspectiveOf(unrolled).Depth);
        Assert.Equal(last, _store.ProspectiveOf(unrolled).Parent);
    }

    [Fact]
    public void A_lapse_that_voids_from_the_start_shows_once_its_day_has_come()
    {
        // An order in force until confirmed; if not confirmed by day 60, void from the start.
        _store.Done(0, new Day(0));
        _store.Append(Bill, new Day(0), Day.Max, 1, 0, 0);
        var lapse = _store.Prepare(0, new Day(60), 0);
        _store.State(0, SourceStanding.Void, Day.Min, Day.Max, lapse, 0);
        Assert.Equal(1, Value(30, known: 0));
        Assert.Null(Value(60, known: 0));
        _store.Done(1, new Day(59));
        Assert.Equal(1, Value(30, known: 1));
        _store.Done(2, new Day(60));
        Assert.Null(Value(30, known: 2));
        Assert.Equal(1, Value(30, known: 1));
    }

    [Fact]
    public void Guards_that_look_at_one_another_are_decided_in_the_order_of_the_clock()
    {
        // Each lapses unless the one before it did; the first does. Long enough that no stack would hold it.
        const int Length = 20_000;
        _store.Guards = new UnlessPreviousLapsed();
        for (var i = 0; i < Length; i++)
        {
            var lapse = _store.Prepare(0, new Day(10 + (i / 3)), 0, tag: i, guard: 1);
            _store.Append(FactKey.Of(3, i), new Day(10 + (i / 3)), Day.Max, 1, lapse, 0);
        }

        var view = new View(_store, new Day(10 + Length), 0);
        Assert.True(view.Look(3, Length - 2).Holds);
        Assert.False(view.Look(3, Length - 1).Holds);
        Assert.True(view.Look(3, 40).Holds);
        Assert.False(view.Look(3, 41).Holds);
    }

    private long? Value(int day, int known = int.MaxValue)
    {
        var sight = new View(_store, new Day(day), known).Look(Bill);
        return sight.Holds ? sight.Value : null;
    }

    private sealed class UnlessPreviousLapsed : IGuards
    {
        public GuardAnswer Decide(int guard, ProspectiveAct act, View view) =>
            act.Tag > 0 && view.Look(3, act.Tag - 1).Holds ? GuardAnswer.Fails : GuardAnswer.Holds;
    }
}
