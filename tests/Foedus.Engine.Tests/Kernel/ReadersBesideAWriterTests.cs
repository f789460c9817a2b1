using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class ReadersBesideAWriterTests
{
    [Fact]
    public async Task A_reader_at_a_fixed_act_sees_the_same_while_the_store_grows()
    {
        var history = History.Random(11, acts: 4000, things: 30, days: 200);
        const int Known = 400;
        var store = history.Replay(Known);
        var expected = Read(store);
        var writing = Task.Run(() =>
        {
            foreach (var write in history.Writes.Where(w => w.Act > Known))
                History.Apply(store, write);
        });
        var rounds = 0;
        do
        {
            Assert.Equal(expected, Read(store));
            rounds++;
        }
        while (!writing.IsCompleted || rounds < 3);
        await writing;
        Assert.Equal(expected, Read(store));
        Assert.True(store.LastRecorded > Known);

        static List<long> Read(FactStore store)
        {
            var seen = new List<long>();
            for (var thing = 0; thing < 30; thing++)
            {
                for (var day = 0; day < 200; day += 40)
                {
                    var view = new View(store, new Day(day), Known, new FixedReadings(1, 0));
                    seen.Add(view.Look(History.Parent, thing).Version);
                    seen.AddRange(view.Subjects(History.Parent, thing).ToList().Select(link => (long)link.Version));
                    seen.AddRange(view.Objects(History.Holds, thing).ToList().Select(link => (long)link.Thing));
                }
            }

            return seen;
        }
    }
}
