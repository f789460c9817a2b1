namespace Foedus.Counting;

/// <summary>Strongly connected components (Kosaraju 1978), numbered in no particular order. O(nodes + arcs), without recursion.</summary>
internal static class Components
{
    /// <summary>The component of each node.</summary>
    public static int[] Of(int nodes, IReadOnlyList<(int From, int To)> arcs)
    {
        var (forward, backward) = (Lists(nodes, arcs, turned: false), Lists(nodes, arcs, turned: true));
        var order = new List<int>(nodes);
        var next = new int[nodes];
        var seen = new bool[nodes];
        var stack = new Stack<int>();
        for (var start = 0; start < nodes; start++)
        {
            if (seen[start]) continue;
            seen[start] = true;
            stack.Push(start);
            while (stack.TryPeek(out var at))
            {
                if (next[at] == forward[at].Count)
                {
                    order.Add(at);
                    stack.Pop();
                }
                else if (forward[at][next[at]++] is var to && !seen[to])
                {
                    seen[to] = true;
                    stack.Push(to);
                }
            }
        }

        var component = new int[nodes];
        Array.Fill(component, -1);
        var count = 0;
        for (var i = nodes - 1; i >= 0; i--)
        {
            if (component[order[i]] >= 0) continue;
            component[order[i]] = count;
            stack.Push(order[i]);
            while (stack.TryPop(out var at))
            {
                foreach (var to in backward[at])
                {
                    if (component[to] >= 0) continue;
                    component[to] = count;
                    stack.Push(to);
                }
            }

            count++;
        }

        return component;
    }

    private static List<int>[] Lists(int nodes, IReadOnlyList<(int From, int To)> arcs, bool turned)
    {
        var lists = new List<int>[nodes];
        for (var node = 0; node < nodes; node++) lists[node] = [];
        foreach (var (from, to) in arcs) lists[turned ? to : from].Add(turned ? from : to);
        return lists;
    }
}
