using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

/// <summary>Sets long enough that whole runs of links are passed over.</summary>
public sealed class SetTests
{
    private const int Mandate = 2;
    private const int Holder = 3;
    private const int Persons = 500;
    private const int Bodies = 2;
    private const int Days = 2000;

    [Fact]
    public void Members_are_those_who_hold_a_mandate_on_the_day_as_known()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var store = Filled(seed, 1500, out var random);
            AssertSets(store, random, queries: 60);
        }
    }

    [Fact]
    public void Members_are_the_same_after_something_was_tried_in_a_branch()
    {
        for (var seed = 50; seed < 54; seed++)
        {
            var store = Filled(seed, 1200, out var random);
            for (var round = 0; round < 5; round++)
            {
                var branch = store.Branch();
                for (var act = 1200; act < 1400; act++)
                    Do(branch, random, act);
                if (round % 2 == 0)
                    AssertSets(branch, random, queries: 3);
            }

            AssertSets(store, random, queries: 30);
            for (var act = 1200; act < 1400; act++)
                Do(store, random, act);
            AssertSets(store, random, queries: 30);
        }
    }

    [Fact]
    public void Members_come_in_the_order_in_which_they_were_linked()
    {
        var store = new FactStore();
        store.KeepInverse(Mandate);
        int[] persons = [7, 3, 9, 1];
        foreach (var person in persons)
            store.Append(FactKey.Of(Mandate, person, 0), new Day(0), Day.Max, 1, 0, 0);
        store.Append(FactKey.Of(Mandate, 3, 0), new Day(5), Day.Max, FactVersion.Nothing, 1, 1);
        Assert.Equal(persons, Members(new Day(4), 1));
        Assert.Equal([7, 9, 1], Members(new Day(5), 1));
        Assert.Equal(persons, Members(new Day(5), 0));
        store.State(1, SourceStanding.Void, Day.Min, Day.Max, 2, 2);
        Assert.Equal(persons, Members(new Day(5), 2));

        IEnumerable<int> Members(Day day, int known) =>
            new View(store, day, known).Subjects(Mandate, 0).ToList().Select(link => link.Thing);
    }

    [Fact]
    public void A_member_who_returns_after_all_had_left_is_seen()
    {
        var store = new FactStore();
        store.KeepInverse(Mandate);
        for (var person = 0; person < 200; person++)
            store.Append(FactKey.Of(Mandate, person, 0), new Day(0), Day.Max, 1, 0, 0);
        for (var person = 0; person < 200; person++)
            store.Append(FactKey.Of(Mandate, person, 0), new Day(10), Day.Max, FactVersion.Nothing, 1, 1);
        store.Append(FactKey.Of(Mandate, 77, 0), new Day(20), new Day(30), 1, 2, 2);
        Assert.Equal(200, new View(store, new Day(9), 2).Subjects(Mandate, 0).Count());
        Assert.Equal(200, new View(store, new Day(25), 0).Subjects(Mandate, 0).Count());
        Assert.Equal(0, new View(store, new Day(25), 1).Subjects(Mandate, 0).Count());
        Assert.Equal(77, Assert.Single(new View(store, new Day(25), 2).Subjects(Mandate, 0).ToList()).Thing);
        Assert.Equal(0, new View(store, new Day(30), 2).Subjects(Mandate, 0).Count());
    }

    private static FactStore Filled(int seed, int acts, out Random random)
    {
        random = new Random(seed);
        var store = new FactStore();
        store.KeepInverse(Mandate);
        store.KeepInverse(Holder);
        for (var act = 0; act < acts; act++)
            Do(store, random, act);
        return store;
    }

    private static void Do(FactStore store, Random random, int act)
    {
        var from = new Day(Math.Min(act, random.Next(15) == 0 ? random.Next(Days) : act));
        var until = random.Next(3) == 0 ? from + random.Next(1, 300) : Day.Max;
        var condition = random.Next(40) == 0 ? store.Conditions.Literal(0, random.Next(2), 2) : Condition.Always;
        var person = Math.Min(Persons - 1, (act / 4) + random.Next(60));
        var kind = random.Next(100);
        if (kind < 2 && act > 0)
        {
            var standing = random.Next(3) == 0 ? SourceStanding.Suspended : SourceStanding.Void;
            store.State(random.Next(act), standing, from, until, act, act, condition);
        }
        else if (kind < 45)
        {
            store.Append(FactKey.Of(Mandate, person, random.Next(Bodies)), from, until, 1, act, act, condition);
        }
        else if (kind < 80)
        {
            var leaver = FactKey.Of(Mandate, Math.Max(0, person - random.Next(60)), random.Next(Bodies));
            store.Append(leaver, from, until, FactVersion.Nothing, act, act, condition);
        }
        else
        {
            store.Append(FactKey.Of(Holder, random.Next(40)), from, until, random.Next(3), act, act, condition);
        }
    }

    private static void AssertSets(FactStore store, Random random, int queries)
    {
        for (var query = 0; query < queries; query++)
        {
            var known = random.Next(3) == 0 ? random.Next(store.LastRecorded) : int.MaxValue;
            var view = new View(store, new Day(random.Next(Days)), known, new FixedReadings(random.Next(2)));
            for (var body = 0; body < Bodies; body++)
            {
                var members = Enumerable.Range(0, Persons).Where(p => view.Holds(Mandate, p, body));
                Assert.Equal(members, view.Subjects(Mandate, body).ToList().Select(l => l.Thing).Order());
            }

            for (var person = random.Next(9); person < Persons; person += 9)
            {
                var bodies = Enumerable.Range(0, Bodies).Where(b => view.Holds(Mandate, person, b));
                Assert.Equal(bodies, view.Objects(Mandate, person).ToList().Select(l => l.Thing).Order());
            }

            for (var holder = 0; holder < 3; holder++)
            {
                var offices = Enumerable.Range(0, 40).Where(o => view.TryValue(Holder, o, out var h) && h == holder);
                Assert.Equal(offices, view.Subjects(Holder, holder).ToList().Select(l => l.Thing).Order());
            }
        }
    }
}
