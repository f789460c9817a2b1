namespace Foedus.Counting;

/// <summary>Bellman 1958 and Ford 1956: lowers the values of lines until no arc can lower one further, or finds a ring that would do so for ever.</summary>
/// <param name="Lines">The number of lines.</param>
/// <param name="Arcs">The arcs from each line.</param>
/// <param name="Along">The value that an arc offers to its end, given the value of its beginning.</param>
internal sealed record ShortestChains<T>(int Lines, ILookup<int, (int From, int To)> Arcs, Func<(int From, int To), T, T> Along)
    where T : struct, IComparable<T>
{
    /// <summary>Lowers the values in place, those that are null being above all others.</summary>
    /// <returns>Rings whose arcs together lower a value, no two of them through the same line; none when all is lowered. O(lines * arcs).</returns>
    public List<List<(int From, int To)>> Run(T?[] values, IEnumerable<int> starts)
    {
        var before = new int[Lines];
        Array.Fill(before, -1);
        var changed = new SortedSet<int>(starts);
        var rounds = 0;
        while (changed.Count > 0)
        {
            var next = new SortedSet<int>();
            foreach (var from in changed)
            {
                foreach (var arc in Arcs[from])
                {
                    var offered = Along(arc, values[from]!.Value);
                    if (values[arc.To] is { } known && offered.CompareTo(known) >= 0) continue;
                    values[arc.To] = offered;
                    before[arc.To] = from;
                    next.Add(arc.To);
                }
            }

            if ((++rounds % 4 == 0 || rounds > Lines) && Rings(before) is { Count: > 0 } rings) return rings;
            changed = next;
        }

        return [];
    }

    // Lines that were last lowered from one another in a ring: only a ring that lowers for ever leaves one.
    private static List<List<(int From, int To)>> Rings(int[] before)
    {
        var rings = new List<List<(int From, int To)>>();
        var mark = new int[before.Length];
        for (var start = 0; start < before.Length; start++)
        {
            var at = start;
            while (at >= 0 && mark[at] == 0)
            {
                mark[at] = start + 1;
                at = before[at];
            }

            if (at < 0 || mark[at] != start + 1) continue;
            var ring = new List<(int From, int To)>();
            var to = at;
            do
            {
                ring.Add((before[to], to));
                to = before[to];
            }
            while (to != at);
            rings.Add(ring);
        }

        return rings;
    }
}
