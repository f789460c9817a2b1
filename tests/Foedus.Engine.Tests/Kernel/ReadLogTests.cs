using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class ReadLogTests
{
    [Fact]
    public void Every_act_that_read_a_line_inside_the_span_is_listed_and_no_other()
    {
        var random = new Random(7);
        var store = new FactStore();
        var log = new ReadLog();
        var noted = new List<(FactKey Key, int Day, int Act)>();
        for (var act = 0; act < 300; act++)
        {
            log.Begin(act);
            for (var i = random.Next(5); i > 0; i--)
            {
                var key = FactKey.Of(2, random.Next(6));
                var day = random.Next(40);
                _ = new View(store, new Day(day), act - 1, null, log).Look(key);
                noted.Add((key, day, act));
            }
        }

        for (var subject = 0; subject < 7; subject++)
        {
            for (var from = 0; from < 40; from += 3)
            {
                var key = FactKey.Of(2, subject);
                var expected = noted.Where(r => r.Key == key && r.Day >= from && r.Day < from + 8).Select(r => r.Act).Distinct().Order();
                Assert.Equal(expected, log.Readers(key, new Day(from), new Day(from + 8)));
            }
        }
    }

    [Fact]
    public void What_was_read_and_found_empty_counts_and_so_do_sets()
    {
        var store = new FactStore();
        store.KeepInverse(2);
        var log = new ReadLog();
        log.Begin(0);
        var view = new View(store, new Day(3), -1, null, log);
        Assert.False(view.Look(2, 9).Holds);
        Assert.Equal(0, view.Subjects(2, 4).Count());
        Assert.Equal([0], log.Readers(FactKey.Of(2, 9), Day.Min, Day.Max));
        Assert.Equal([0], log.Readers(FactKey.Inverse(2, 4), Day.Min, Day.Max));
        Assert.Empty(log.Readers(FactKey.Inverse(2, 4), new Day(4), Day.Max));
        Assert.Equal(2, log.ReadsOf(0).Count);
    }

    [Fact]
    public void Clearing_forgets_every_read()
    {
        var log = new ReadLog();
        log.Begin(0);
        log.Note(FactKey.Of(2, 1), new Day(1));
        log.Begin(1);
        log.Note(FactKey.Of(2, 1), new Day(1));
        Assert.Equal([0, 1], log.Readers(FactKey.Of(2, 1), Day.Min, Day.Max));
        log.Clear();
        Assert.Empty(log.Readers(FactKey.Of(2, 1), Day.Min, Day.Max));
        log.Note(FactKey.Of(2, 1), new Day(1));
        Assert.Equal(0, log.Count);
    }
}
