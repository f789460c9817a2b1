namespace Foedus.Counting;

/// <summary>
/// Looks with exact fractions at the cells where logarithms cannot tell. Lines are nodes, rows first: an arc from a row to a column is a seat
/// more for their cell, an arc back a seat less. A ring of arcs whose weights multiply to less than one moves seats to where they are worth
/// more; a ring of exactly one is a tie. Bellman-Ford on products instead of sums.
/// </summary>
internal sealed class ExactRings(CellGrid grid)
{
    private readonly int _lines = grid.Rows + grid.Columns;

    /// <summary>For each line the component that it belongs to.</summary>
    public int[] Component { get; private set; } = [];

    /// <summary>
    /// For each line its factor within the component: a row divisor is the component's number times this, a column divisor one over that
    /// product. Then every cell inside a component is a rounding, exactly.
    /// </summary>
    public Ratio[] Factor { get; private set; } = [];

    /// <summary>Settles every component of the arcs that are short enough to be in doubt.</summary>
    /// <param name="doubt">Arcs no longer than this, by logarithms, are looked at; null for all.</param>
    /// <returns>False when seats were moved: then the divisors no longer fit, and the caller comes again.</returns>
    public bool Settle(long? doubt)
    {
        var arcs = Arcs(doubt);
        Component = Components.Of(_lines, arcs);
        Factor = new Ratio[_lines];
        Array.Fill(Factor, Ratio.One);
        var inside = arcs.Where(arc => Component[arc.From] == Component[arc.To]).ToLookup(arc => arc.From);
        var members = Enumerable.Range(0, _lines).ToLookup(line => Component[line]);
        foreach (var group in members.Where(group => group.Skip(1).Any()))
        {
            if (Shortest([.. group], inside) is not { } ring) continue;
            foreach (var (from, to) in ring)
            {
                if (from < grid.Rows) grid.Seats[(from * grid.Columns) + to - grid.Rows]++;
                else grid.Seats[(to * grid.Columns) + from - grid.Rows]--;
            }

            return false;
        }

        return true;
    }

    /// <summary>The weight of an arc: column factor at most row factor times it, or the other way.</summary>
    public Ratio Weight(int from, int to)
    {
        if (from < grid.Rows)
        {
            var gains = (from * grid.Columns) + to - grid.Rows;
            return grid.Rule.Signpost(grid.Seats[gains] + 1) / grid.Terms[gains];
        }

        var loses = (to * grid.Columns) + from - grid.Rows;
        return grid.Terms[loses] / grid.Rule.Signpost(grid.Seats[loses]);
    }

    private List<(int From, int To)> Arcs(long? doubt)
    {
        var arcs = new List<(int From, int To)>();
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                var cell = (row * grid.Columns) + column;
                if (grid.Logs[cell] == CellGrid.None) continue;
                var quotient = grid.Quotient(row, column);
                if (doubt is null || grid.Signpost(grid.Seats[cell] + 1) - quotient <= doubt) arcs.Add((row, grid.Rows + column));
                if (grid.MayLose(cell, 1) && (doubt is null || quotient - grid.Signpost(grid.Seats[cell]) <= doubt)) arcs.Add((grid.Rows + column, row));
            }
        }

        return arcs;
    }

    // Factors of a component by shortest products from its first line; or a ring whose product is below one.
    private List<(int From, int To)>? Shortest(int[] lines, ILookup<int, (int From, int To)> arcs)
    {
        var before = new Dictionary<int, int>();
        var known = new HashSet<int> { lines[0] };
        var weights = new Dictionary<(int From, int To), Ratio>();
        var changed = new List<int> { lines[0] };
        while (changed.Count > 0)
        {
            var next = new SortedSet<int>();
            foreach (var from in changed)
            {
                foreach (var arc in arcs[from])
                {
                    if (!weights.TryGetValue(arc, out var weight)) weights[arc] = weight = Weight(arc.From, arc.To);
                    var factor = Factor[from] * weight;
                    if (known.Contains(arc.To) && factor >= Factor[arc.To]) continue;
                    known.Add(arc.To);
                    Factor[arc.To] = factor;
                    before[arc.To] = from;
                    next.Add(arc.To);
                }
            }

            if (Ring(lines, before) is { } ring) return ring;
            changed = [.. next];
        }

        return null;
    }

    // A ring among the lines that were last reached from one another can only have a product below one.
    private static List<(int From, int To)>? Ring(int[] lines, Dictionary<int, int> before)
    {
        var mark = new Dictionary<int, int>();
        foreach (var start in lines)
        {
            var at = start;
            while (!mark.ContainsKey(at))
            {
                mark[at] = start;
                if (!before.TryGetValue(at, out var from)) break;
                at = from;
            }

            if (mark[at] != start || !before.ContainsKey(at) || !Returns(at)) continue;
            var ring = new List<(int From, int To)>();
            var to = at;
            do
            {
                ring.Add((before[to], to));
                to = before[to];
            }
            while (to != at);
            return ring;
        }

        return null;

        bool Returns(int line)
        {
            var steps = 0;
            var at = line;
            while (steps++ <= before.Count)
            {
                if (!before.TryGetValue(at, out at)) return false;
                if (at == line) return true;
            }

            return false;
        }
    }
}
