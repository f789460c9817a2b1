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
        Overlay(deemed, 5);
        Assert.Equal(0, Value(90));
        Assert.Equal(1, Value(90, known: 4));
    }

    [Fact]
    public void When_the_timely_answer_is_annulled_the_lapse_has_come_after_all()
    {
        var deemed = _store.Prepare(0, new Day(90), 0);
        _store.Append(Bill, new Day(90), Day.Max, 1, deemed, 0);
        Overlay(deemed, 5);
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
        Overlay(second, 1);
        Assert.Equal(1, Value(20, known: 1));
        Overlay(first, 2);
        Assert.Null(Value(20, known: 2));
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
    public void A_step_comes_no_earlier_than_what_it_follows()
    {
        var first = _store.Prepare(0, new Day(10), 0);
        var second = _store.Prepare(first, new Day(5), 0);
        _store.Append(Bill, new Day(0), Day.Max, 1, second, 0);
        Assert.Null(Value(9));
        Assert.Equal(1, Value(10));
    }

    [Fact]
    public void The_length_of_a_chain_costs_a_reader_nothing_and_what_falls_in_its_middle_takes_the_rest_with_it()
    {
        const int Length = 200_000;
        var at = 0;
        var middle = 0;
        for (var step = 1; step <= Length; step++)
        {
            at = _store.Prepare(at, new Day(step), 0);
            _store.Append(Bill, new Day(step), Day.Max, step, at, 0);
            middle = step == Length / 2 ? at : middle;
        }

        for (var step = 1; step <= Length; step++)
            Assert.Equal(step, Value(step));
        Overlay(middle, 1);
        Assert.Equal((Length / 2) - 1, Value(Length, known: 1));
        Assert.Equal(Length, Value(Length, known: 0));
        _store.State(1, SourceStanding.Void, Day.Min, Day.Max, 2, 2);
        Assert.Equal(Length, Value(Length));
        _store.State(0, SourceStanding.Void, Day.Min, Day.Max, 3, 3);
        Assert.Null(Value(Length));
        Assert.Equal(Length, _store.Prospective);
        Assert.Equal([at], _store.PreparedBy(_store.ProspectiveOf(at).Parent));
        Assert.Equal([Length - 1], _store.MadeBy(at));
    }

    private void Overlay(int source, int by) => _store.State(source, SourceStanding.Void, Day.Min, Day.Max, by, by);

    private long? Value(int day, int known = int.MaxValue)
    {
        var sight = new View(_store, new Day(day), known).Look(Bill);
        return sight.Holds ? sight.Value : null;
    }
}
