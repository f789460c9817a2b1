namespace Foedus.Counting;

/// <summary>
/// The ways in which seats may move. Lines are nodes, rows first: an arc from a row to a column is a seat more for their cell, an arc back a
/// seat less. With y the divisor of a row and one over the divisor of a column, a cell is a rounding when y at the end of each of its arcs is
/// at most y at the beginning times the weight of the arc.
/// </summary>
internal sealed class ResidualArcs(CellGrid grid)
{
    public CellGrid Grid { get; } = grid;

    public int Lines { get; } = grid.Rows + grid.Columns;

    /// <summary>Arcs whose slack, by logarithms, is at most so much; all for null.</summary>
    public List<(int From, int To)> Within(long? slack)
    {
        var arcs = new List<(int From, int To)>();
        for (var row = 0; row < Grid.Rows; row++)
        {
            for (var column = 0; column < Grid.Columns; column++)
            {
                var cell = (row * Grid.Columns) + column;
                if (Grid.Logs[cell] == CellGrid.None) continue;
                var quotient = Grid.Quotient(row, column);
                if (slack is null || Grid.Signpost(Grid.Seats[cell] + 1) - quotient <= slack) arcs.Add((row, Grid.Rows + column));
                if (Grid.MayLose(cell, 1) && (slack is null || quotient - Grid.Signpost(Grid.Seats[cell]) <= slack)) arcs.Add((Grid.Rows + column, row));
            }
        }

        return arcs;
    }

    /// <summary>The weight of an arc as the two fractions of which it is the quotient.</summary>
    public (Ratio Top, Ratio Bottom) Weight((int From, int To) arc)
    {
        if (arc.From < Grid.Rows)
        {
            var gains = (arc.From * Grid.Columns) + arc.To - Grid.Rows;
            return (Grid.Rule.Signpost(Grid.Seats[gains] + 1), Grid.Terms[gains]);
        }

        var loses = (arc.To * Grid.Columns) + arc.From - Grid.Rows;
        return (Grid.Terms[loses], Grid.Rule.Signpost(Grid.Seats[loses]));
    }

    /// <summary>The logarithm of y of a line.</summary>
    public long Log(int line) => line < Grid.Rows ? Grid.RowLogs[line] : -Grid.ColumnLogs[line - Grid.Rows];

    public void SetLog(int line, long log)
    {
        if (line < Grid.Rows) Grid.RowLogs[line] = log;
        else Grid.ColumnLogs[line - Grid.Rows] = -log;
    }

    /// <summary>Moves a seat along a ring.</summary>
    public void Move(List<(int From, int To)> ring)
    {
        foreach (var (from, to) in ring)
        {
            if (from < Grid.Rows) Grid.Seats[(from * Grid.Columns) + to - Grid.Rows]++;
            else Grid.Seats[(to * Grid.Columns) + from - Grid.Rows]--;
        }
    }
}
