namespace Foedus.Engine.Kernel;

/// <summary>
/// Which rulings to look at again when something changes: those that read, inside the span of the change, a timeline or a set that it
/// touches. Acts do not fall because what they rested on has changed; they are only named.
/// </summary>
public static class Dependents
{
    /// <summary>The acts whose rulings rest on what a version states or overlays, each once, in ascending order.</summary>
    /// <param name="store">The facts.</param>
    /// <param name="log">What each ruling read.</param>
    /// <param name="version">Index of the version.</param>
    public static IReadOnlyList<int> OfVersion(FactStore store, ReadLog log, int version)
    {
        ref readonly var fact = ref store[version];
        if (store.IsStanding(fact.Line, out var target))
            return OfSource(store, log, target, fact.From, fact.Until);
        var acts = new SortedSet<int>();
        Collect(store, log, version, fact.From, fact.Until, acts);
        return [.. acts];
    }

    /// <summary>
    /// The acts whose rulings rest, inside a span, on the standing of a source: on what it has made, on what the clock was prepared to do on
    /// its account, and on what the sources have made whose standing it states. Each once, in ascending order.
    /// </summary>
    /// <param name="store">The facts.</param>
    /// <param name="log">What each ruling read.</param>
    /// <param name="source">An act, or a prospective act.</param>
    /// <param name="from">First day of the span.</param>
    /// <param name="until">First day after it.</param>
    public static IReadOnlyList<int> OfSource(FactStore store, ReadLog log, int source, Day from, Day until)
    {
        var acts = new SortedSet<int>();
        var done = new HashSet<(int, Day, Day)>();
        var open = new Stack<(int Source, Day From, Day Until)>();
        open.Push((source, from, until));
        while (open.TryPop(out var next))
        {
            if (next.Until <= next.From || !done.Add(next))
                continue;
            acts.UnionWith(log.Readers(FactStore.StandingKey(next.Source), next.From, next.Until));
            foreach (var prepared in store.PreparedBy(next.Source))
                open.Push((prepared, next.From, next.Until));
            foreach (var version in store.MadeBy(next.Source))
            {
                ref readonly var fact = ref store[version];
                var (first, end) = (Day.Later(next.From, fact.From), Day.Earlier(next.Until, fact.Until));
                if (store.IsStanding(fact.Line, out var target))
                    open.Push((target, first, end));
                else
                    Collect(store, log, version, first, end, acts);
            }
        }

        return [.. acts];
    }

    private static void Collect(FactStore store, ReadLog log, int version, Day from, Day until, SortedSet<int> acts)
    {
        var line = store[version].Line;
        var key = store.KeyOf(line);
        acts.UnionWith(log.Readers(key, from, until));
        if (key.Object >= 0)
        {
            acts.UnionWith(log.Readers(FactKey.Of(key.Relation, key.Subject), from, until));
            acts.UnionWith(log.Readers(FactKey.Inverse(key.Relation, key.Object), from, until));
            return;
        }

        // A functional fact joins the set of its own object and leaves that of any other that shows on its span.
        for (var other = store.Newest(line); other >= 0; other = store[other].Previous)
        {
            ref readonly var fact = ref store[other];
            if (fact.Value is >= 0 and <= FactKey.MaxThing && fact.From < until && from < fact.Until)
            {
                var set = FactKey.Inverse(key.Relation, (int)fact.Value);
                acts.UnionWith(log.Readers(set, Day.Later(from, fact.From), Day.Earlier(until, fact.Until)));
            }
        }
    }
}
