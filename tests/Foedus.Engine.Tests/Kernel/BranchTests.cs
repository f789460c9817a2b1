using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class BranchTests
{
    [Fact]
    public void What_is_written_in_a_branch_leaves_no_trace_in_what_it_branched_from()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var history = History.Random(seed, acts: 300, things: 2, days: 30);
            var straight = history.Replay();
            var store = history.Replay(history.Acts / 2);
            var tried = History.Random(seed + 1000, acts: 250, things: 40, days: 60);
            for (var round = 0; round < 2; round++)
            {
                var branch = store.Branch();
                var p = branch.Prepare(3, new Day(40), 1000);
                branch.Append(FactKey.Of(7, 1), new Day(40), Day.Max, 1, p, 1000);
                branch.State(p, SourceStanding.Void, Day.Min, Day.Max, 1001, 1001);
                foreach (var write in tried.Writes)
                    History.Apply(branch, write with { Act = write.Act + 1002, Condition = Condition.Always });
                Assert.Equal(1, branch.Prospective);
                Assert.Equal(0, store.Prospective);
            }

            foreach (var write in history.Writes.Where(w => w.Act > history.Acts / 2))
                History.Apply(store, write);
            AssertSame(straight, store);
        }
    }

    [Fact]
    public void A_branch_and_what_it_branched_from_go_on_each_as_if_there_were_no_other()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var one = History.Random(seed, acts: 300, things: 2, days: 30);
            var other = History.Random(seed + 500, acts: 300, things: 3, days: 40);
            var store = one.Replay(one.Acts / 2);
            var branches = new List<FactStore> { store.Branch() };
            foreach (var write in one.Writes.Where(w => w.Act > one.Acts / 2).Zip(other.Writes.Where(w => w.Act > one.Acts / 2)))
            {
                History.Apply(store, write.First);
                History.Apply(branches[0], write.Second with { Condition = Condition.Always });
                if (branches.Count < 4 && write.First.Act > one.Acts * (branches.Count + 2) / 6)
                    branches.Add(branches[^1].Branch());
            }

            var straight = one.Replay(one.Acts / 2);
            foreach (var write in one.Writes.Where(w => w.Act > one.Acts / 2).Take(store.Count - straight.Count))
                History.Apply(straight, write);
            AssertSame(straight, store);
            var mixed = one.Replay(one.Acts / 2);
            foreach (var write in other.Writes.Where(w => w.Act > one.Acts / 2).Take(branches[0].Count - mixed.Count))
                History.Apply(mixed, write with { Condition = Condition.Always });
            AssertSame(mixed, branches[0]);
        }
    }

    private static void AssertSame(FactStore a, FactStore b)
    {
        Assert.Equal(a.Count, b.Count);
        Assert.Equal(a.Lines, b.Lines);
        Assert.Equal(a.LastRecorded, b.LastRecorded);
        for (var i = 0; i < a.Count; i++)
            Assert.Equal(a[i], b[i]);
        for (var act = 0; act < 1300; act += 50)
        {
            Assert.Equal(a.MadeBy(act), b.MadeBy(act));
            Assert.Equal(a.PreparedBy(act), b.PreparedBy(act));
        }

        var readings = new FixedReadings(1, 0);
        for (var line = 0; line < a.Lines; line++)
        {
            var key = a.KeyOf(line);
            Assert.Equal(key, b.KeyOf(line));
            Assert.Equal(line, b.LineOf(key));
            Assert.Equal(a.Newest(line), b.Newest(line));
            for (var day = 0; day < 30; day += 3)
            {
                for (var n = 40; n < 300; n += 100)
                    Assert.Equal(a.At(line, new Day(day), n, readings), b.At(line, new Day(day), n, readings));
            }
        }

        for (var thing = 0; thing < 2; thing++)
        {
            var left = new View(a, new Day(20), int.MaxValue, readings);
            var right = new View(b, new Day(20), int.MaxValue, readings);
            Assert.Equal(left.Subjects(History.Parent, thing).ToList(), right.Subjects(History.Parent, thing).ToList());
            Assert.Equal(left.Objects(History.Holds, thing).ToList(), right.Objects(History.Holds, thing).ToList());
        }
    }
}
