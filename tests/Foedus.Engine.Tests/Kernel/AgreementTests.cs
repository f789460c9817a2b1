using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class AgreementTests
{
    private static readonly int[][] Worlds = [[0, 0], [0, 1], [1, 0], [1, 1]];

    [Fact]
    public void A_view_equals_a_replay_that_stops_there_for_every_day()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var history = History.Random(seed, acts: 40, things: 4, days: 30);
            var whole = history.Replay();
            for (var n = -1; n < history.Acts; n++)
            {
                var stopped = history.Replay(n);
                foreach (var world in Worlds)
                    AssertSameFacts(whole, n, stopped, int.MaxValue, new FixedReadings(world), days: 30);
            }
        }
    }

    [Fact]
    public void A_view_shows_what_the_definition_says()
    {
        for (var seed = 100; seed < 160; seed++)
        {
            var history = History.Random(seed, acts: 60, things: 3, days: 25);
            AssertAsDefined(history, days: 25, step: 7);
        }
    }

    [Fact]
    public void A_line_with_many_retroactive_writes_shows_what_the_definition_says()
    {
        for (var seed = 200; seed < 206; seed++)
        {
            var history = History.Random(seed, acts: 400, things: 1, days: 40);
            var store = history.Replay();
            Assert.True(store.Count > 4 * FactStore.IndexAbove);
            AssertAsDefined(history, days: 40, step: 37);
        }
    }

    [Fact]
    public void Children_are_those_whose_parent_it_is_for_every_day_and_act()
    {
        for (var seed = 300; seed < 320; seed++)
        {
            var history = History.Random(seed, acts: 50, things: 5, days: 20);
            var store = history.Replay();
            var readings = new FixedReadings(0, 1);
            for (var n = 0; n < history.Acts; n += 3)
            {
                for (var day = 0; day < 20; day += 2)
                {
                    var view = new View(store, new Day(day), n, readings);
                    for (var thing = 0; thing < 5; thing++)
                    {
                        var children = Enumerable.Range(0, 5).Where(c => view.TryValue(History.Parent, c, out var p) && p == thing);
                        Assert.Equal(children, view.Subjects(History.Parent, thing).ToList().Select(l => l.Thing).Order());
                        var held = Enumerable.Range(0, 5).Where(o => view.Holds(History.Holds, thing, o));
                        Assert.Equal(held, view.Objects(History.Holds, thing).ToList().Select(l => l.Thing).Order());
                        var holders = Enumerable.Range(0, 5).Where(s => view.Holds(History.Holds, s, thing));
                        Assert.Equal(holders, view.Subjects(History.Holds, thing).ToList().Select(l => l.Thing).Order());
                    }
                }
            }
        }
    }

    private static void AssertAsDefined(History history, int days, int step)
    {
        var store = history.Replay();
        for (var n = history.Acts - 1; n >= 0; n -= step)
        {
            foreach (var world in Worlds)
            {
                var readings = new FixedReadings(world);
                for (var line = 0; line < store.Lines; line++)
                {
                    if (store.IsStanding(line, out _))
                        continue;
                    for (var day = 0; day < days; day++)
                    {
                        var version = store.At(line, new Day(day), n, readings);
                        long? value = version < 0 || store[version].Value == FactVersion.Nothing ? null : store[version].Value;
                        Assert.Equal(history.Value(store.KeyOf(line), day, n, world), value);
                    }
                }
            }
        }
    }

    private static void AssertSameFacts(FactStore a, int knownA, FactStore b, int knownB, IReadings readings, int days)
    {
        for (var line = 0; line < a.Lines; line++)
        {
            var key = a.KeyOf(line);
            for (var day = 0; day < days; day++)
            {
                var left = new View(a, new Day(day), knownA, readings).Look(key);
                var right = new View(b, new Day(day), knownB, readings).Look(key);
                Assert.Equal(left, right);
            }
        }
    }
}
