namespace Foedus.Counting;

/// <summary>
/// Whether somebody wins by ranked pairs in some order of equally strong pairs, by search with a budget: a found order proves that he does,
/// a search that ends without one that he does not. To decide it is hard in general (Brill and Fischer 2012).
/// <para>
/// What is locked in the end is without rings, so that everybody has a place in some order of all. A node of the search supposes of some
/// that one is above another in it; the first supposes that the favoured is above all. From that follows for a pair, as its class comes up:
/// where the loser is supposed above, it is not locked, so that a way back must be locked by then, of pairs that are not themselves excluded;
/// where the winner is supposed above, or no such way back can be, it is locked, and the winner is above. Where an excluded pair has no way
/// back, the node is refuted.
/// </para>
/// <para>
/// Then the pairs are locked in fact, those that agree with everything supposed first. Where an excluded pair meets no way back, the search
/// parts at a pair of such a way of which nothing is supposed: its winner above its loser, or below.
/// </para>
/// Cost: O(n³ / 64) a node for n candidates, and O(n²) steps.
/// </summary>
internal sealed class WinningOrder
{
    private readonly Defeats defeats;
    private readonly int favoured;

    // The weakest class with a victory over the favoured; weaker ones cannot harm him.
    private readonly int last;

    // What is supposed at the nodes that are not done yet.
    private readonly Stack<Reach> nodes = new();

    public WinningOrder(Defeats defeats, int favoured)
    {
        this.defeats = defeats;
        this.favoured = favoured;
        last = defeats.Classes.Length;
        var first = new Reach(defeats.Size);
        for (var other = 0; other < defeats.Size; other++)
        {
            if (other == favoured) continue;
            first.Add(favoured, other);
            if (defeats.Rank(other, favoured) is > 0 and var rank) last = Math.Min(last, rank - 1);
        }

        nodes.Push(first);
        if (last == defeats.Classes.Length) Win(new bool[defeats.Size * defeats.Size]);
    }

    /// <summary>Who shall win.</summary>
    public int Favoured => favoured;

    /// <summary>Whether he wins in some order: null as long as it is not settled.</summary>
    public bool? Wins { get; private set; }

    /// <summary>
    /// The pairs that are locked in the order that was found, row by row, down to the last class that holds a victory over the favoured.
    /// </summary>
    public bool[] Locked { get; private set; } = [];

    /// <summary>Follows one node more.</summary>
    public void Step()
    {
        if (Wins is not null) return;
        var above = nodes.Pop();
        if (Follow(above))
        {
            if (Lock(above) is not { } unmet) return;

            var pair = Open(above, unmet);
            var below = above.Copy();
            below.Add(pair.Loser, pair.Winner);
            nodes.Push(below);
            above.Add(pair.Winner, pair.Loser);
            nodes.Push(above);
        }

        if (nodes.Count == 0) Wins = false;
    }

    private void Win(bool[] locked)
    {
        Wins = true;
        Locked = locked;
        nodes.Clear();
    }

    // Adds what follows from what is supposed; false when it is refuted.
    private bool Follow(Reach above)
    {
        bool more;
        do
        {
            more = false;
            var possible = new Reach(defeats.Size);
            for (var rank = defeats.Classes.Length - 1; rank >= last; rank--)
            {
                foreach (var (winner, loser) in defeats.Classes[rank])
                    if (!above[loser, winner]) possible.Add(winner, loser);
                foreach (var (winner, loser) in defeats.Classes[rank])
                {
                    if (possible[loser, winner] || above[winner, loser]) continue;
                    if (above[loser, winner]) return false;
                    above.Add(winner, loser);
                    more = true;
                }
            }
        }
        while (more);
        return true;
    }

    // Locks the pairs; the first that should not be locked and meets no way back, null when there is none and the favoured wins.
    private (int Winner, int Loser)? Lock(Reach supposed)
    {
        var above = supposed.Copy();
        var graph = new Reach(defeats.Size);
        var locked = new bool[defeats.Size * defeats.Size];
        for (var rank = defeats.Classes.Length - 1; rank >= last; rank--)
        {
            foreach (var pair in defeats.Classes[rank])
                if (above[pair.Winner, pair.Loser]) Take(pair);

            // Ways from the favoured grow first.
            for (var grown = true; grown;)
            {
                grown = false;
                foreach (var pair in defeats.Classes[rank])
                    if (graph[favoured, pair.Winner] && !graph[favoured, pair.Loser] && !above[pair.Loser, pair.Winner]) grown |= Take(pair);
            }

            foreach (var pair in defeats.Classes[rank])
                if (!above[pair.Loser, pair.Winner]) Take(pair);
            foreach (var pair in defeats.Classes[rank])
                if (!locked[(pair.Winner * defeats.Size) + pair.Loser] && !graph[pair.Loser, pair.Winner]) return pair;
        }

        Win(locked);
        return null;

        bool Take((int Winner, int Loser) pair)
        {
            if (locked[(pair.Winner * defeats.Size) + pair.Loser]) return false;
            locked[(pair.Winner * defeats.Size) + pair.Loser] = true;
            graph.Add(pair.Winner, pair.Loser);
            above.Add(pair.Winner, pair.Loser);
            return true;
        }
    }

    // A pair of which nothing is supposed, the first on a shortest way back by pairs that may be locked.
    // There is one: a way of which everything is supposed would have been locked.
    private (int Winner, int Loser) Open(Reach above, (int Winner, int Loser) unmet)
    {
        var least = defeats.Rank(unmet.Winner, unmet.Loser);
        var from = new int[defeats.Size];
        Array.Fill(from, -1);
        from[unmet.Loser] = unmet.Loser;
        var queue = new Queue<int>();
        queue.Enqueue(unmet.Loser);
        while (from[unmet.Winner] < 0 && queue.TryDequeue(out var at))
        {
            for (var next = 0; next < defeats.Size; next++)
            {
                if (from[next] >= 0 || defeats.Rank(at, next) < least || above[next, at]) continue;
                from[next] = at;
                queue.Enqueue(next);
            }
        }

        (int Winner, int Loser)? first = null;
        for (var at = unmet.Winner; at != unmet.Loser; at = from[at])
            if (!above[from[at], at]) first = (from[at], at);
        return first!.Value;
    }
}
