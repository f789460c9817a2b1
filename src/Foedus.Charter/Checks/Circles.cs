namespace Foedus.Charter.Checks;

/// <summary>Circles of things that lead to one another, and what can come about step by step; both in a time about linear in what leads where.</summary>
internal static class Circles
{
    /// <summary>
    /// The circles, each in the order of the things, by their first: strongly connected components, by the two passes of Kosaraju, as published
    /// by Sharir 1981. A thing that only leads to itself is a circle of one.
    /// </summary>
    public static List<List<object>> Of(IReadOnlyList<object> things, Func<object, IEnumerable<object>> leadsTo)
    {
        var place = Places(things);
        var (forward, back) = (new List<int>[things.Count], new List<int>[things.Count]);
        for (var i = 0; i < things.Count; i++)
            (forward[i], back[i]) = ([], []);
        for (var i = 0; i < things.Count; i++)
        {
            foreach (var next in leadsTo(things[i]))
            {
                if (!place.TryGetValue(next, out var at)) continue;
                forward[i].Add(at);
                back[at].Add(i);
            }
        }

        var (order, seen) = (new List<int>(), new bool[things.Count]);
        for (var i = 0; i < things.Count; i++) Finish(i, forward, seen, order);
        Array.Clear(seen);
        var circles = new List<List<int>>();
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var circle = new List<int>();
            Finish(order[i], back, seen, circle);
            if (circle.Count > 1 || (circle.Count == 1 && forward[circle[0]].Contains(circle[0]))) circles.Add(circle);
        }

        foreach (var circle in circles) circle.Sort();
        circles.Sort((a, b) => a[0].CompareTo(b[0]));
        return circles.ConvertAll(c => c.ConvertAll(i => things[i]));
    }

    /// <summary>
    /// What comes about, each thing once enough of what it needs has: the least set of which <paramref name="isMet"/> holds. A thing is asked
    /// again only when something that it needs has come about.
    /// </summary>
    public static HashSet<object> Reached(IReadOnlyList<object> things, Func<object, IEnumerable<object>> needs, Func<object, HashSet<object>, bool> isMet)
    {
        var place = Places(things);
        var needed = new List<int>[things.Count];
        for (var i = 0; i < things.Count; i++) needed[i] = [];
        for (var i = 0; i < things.Count; i++)
            foreach (var need in needs(things[i]))
                if (place.TryGetValue(need, out var at)) needed[at].Add(i);
        var reached = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Queue<int>(Enumerable.Range(0, things.Count));
        while (open.TryDequeue(out var i))
        {
            if (reached.Contains(things[i]) || !isMet(things[i], reached)) continue;
            reached.Add(things[i]);
            foreach (var next in needed[i]) open.Enqueue(next);
        }

        return reached;
    }

    private static Dictionary<object, int> Places(IReadOnlyList<object> things)
    {
        var place = new Dictionary<object, int>(things.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < things.Count; i++) place.TryAdd(things[i], i);
        return place;
    }

    // Depth first, without a stack of calls; what is done is added when all that it leads to is.
    private static void Finish(int start, List<int>[] next, bool[] seen, List<int> done)
    {
        if (seen[start]) return;
        seen[start] = true;
        var open = new Stack<(int Thing, int At)>();
        open.Push((start, 0));
        while (open.TryPop(out var top))
        {
            if (top.At == next[top.Thing].Count)
            {
                done.Add(top.Thing);
                continue;
            }

            open.Push((top.Thing, top.At + 1));
            var to = next[top.Thing][top.At];
            if (seen[to]) continue;
            seen[to] = true;
            open.Push((to, 0));
        }
    }
}
