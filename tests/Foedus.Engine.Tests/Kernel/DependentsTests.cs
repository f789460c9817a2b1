using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

/// <summary>
/// Random ledgers in which acts read before they write. Whatever is then changed, an act whose reads would now differ is named.
/// </summary>
public sealed class DependentsTests
{
    private const int Days = 60;

    [Fact]
    public void An_act_whose_reads_would_differ_after_a_change_is_named()
    {
        var differing = 0;
        var named = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var store = new FactStore();
            store.KeepInverse(History.Parent);
            store.KeepInverse(History.Holds);
            var log = new ReadLog();
            var asked = new List<(int Act, int What, int Thing, Day Day, string Answer)>();
            const int Acts = 40;
            for (var act = 0; act < Acts; act++)
            {
                log.Begin(act);
                for (var i = 0; i < 2; i++)
                {
                    var (what, thing, day) = (random.Next(5), random.Next(4), new Day(random.Next(Days)));
                    asked.Add((act, what, thing, day, Ask(new View(store, day, act - 1, null, log), what, thing, act)));
                }

                Write(store, random, act);
            }

            var before = asked.ConvertAll(q => Ask(new View(store, q.Day, Acts - 1), q.What, q.Thing, q.Act));
            var first = store.Count;
            Write(store, random, Acts);
            var rest = new HashSet<int>();
            for (var version = first; version < store.Count; version++)
                rest.UnionWith(Dependents.OfVersion(store, log, version));
            for (var i = 0; i < asked.Count; i++)
            {
                var now = Ask(new View(store, asked[i].Day, Acts), asked[i].What, asked[i].Thing, asked[i].Act);
                if (!string.Equals(now, before[i], StringComparison.Ordinal))
                {
                    differing++;
                    Assert.Contains(asked[i].Act, rest);
                }
            }

            named += rest.Count;
        }

        Assert.InRange(differing, 200, int.MaxValue);
        Assert.InRange(named, differing / 4, 150 * 30);
    }

    [Fact]
    public void Changing_what_nobody_read_names_nobody()
    {
        var store = new FactStore();
        var log = new ReadLog();
        store.Append(FactKey.Of(2, 1), new Day(0), Day.Max, 1, 0, 0);
        log.Begin(1);
        _ = new View(store, new Day(5), 0, null, log).Look(2, 1);
        var elsewhere = store.Append(FactKey.Of(2, 2), new Day(0), Day.Max, 1, 2, 2);
        var later = store.Append(FactKey.Of(2, 1), new Day(6), Day.Max, 1, 3, 3);
        var inside = store.Append(FactKey.Of(2, 1), new Day(5), Day.Max, 1, 4, 4);
        Assert.Empty(Dependents.OfVersion(store, log, elsewhere));
        Assert.Empty(Dependents.OfVersion(store, log, later));
        Assert.Equal([1], Dependents.OfVersion(store, log, inside));
        Assert.Equal([1], Dependents.OfSource(store, log, 0, Day.Min, Day.Max));
        Assert.Empty(Dependents.OfSource(store, log, 0, new Day(6), Day.Max));
    }

    private static string Ask(View view, int what, int thing, int act) => what switch
    {
        0 => view.TryValue(History.Parent, thing, out var parent) ? FormattableString.Invariant($"{parent}") : "none",
        1 => string.Join(',', view.Subjects(History.Parent, thing).ToList().Select(l => l.Thing).Order()),
        2 => string.Join(',', view.Objects(History.Holds, thing).ToList().Select(l => l.Thing).Order()),
        3 => string.Join(',', view.Subjects(History.Holds, thing).ToList().Select(l => l.Thing).Order()),
        _ => view.StandingOf(act / 2).ToString(),
    };

    private static void Write(FactStore store, Random random, int act)
    {
        var from = new Day(random.Next(Days));
        var until = random.Next(2) == 0 ? Day.Max : from + random.Next(1, 30);
        var source = act;
        if (random.Next(3) == 0)
            source = store.Prepare(random.Next(3) == 0 && store.Prospective > 0 ? -1 : act, from, act);
        switch (random.Next(4))
        {
            case 0 when act > 0:
                store.State(random.Next(act), (SourceStanding)random.Next(5), from, until, source, act);
                break;
            case 1:
                store.Append(FactKey.Of(History.Holds, random.Next(4), random.Next(4)), from, until, 1, source, act);
                break;
            case 2 when store.Prospective > 1:
                store.State(-random.Next(1, store.Prospective), SourceStanding.Void, from, until, act, act);
                break;
            default:
                store.Append(FactKey.Of(History.Parent, random.Next(4)), from, until, random.Next(4), source, act);
                break;
        }
    }
}
