using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Walks through all 0/1 tables on the cells of a tie that keep its row and column sums. Cell by cell: as it is, then flipped along a
/// ring of later cells where there is one. So every step ends in an answer, and none comes twice.
/// </summary>
internal sealed class TieSwaps
{
    private readonly ImmutableArray<TiedCell> _cells;
    private readonly bool[] _has;
    private readonly List<int>?[] _flipped;
    private readonly ILookup<int, int> _inRow;
    private readonly ILookup<int, int> _inColumn;

    public TieSwaps(ImmutableArray<TiedCell> cells)
    {
        _cells = cells;
        _has = [.. cells.Select(cell => cell.Has)];
        _flipped = new List<int>?[cells.Length];
        _inRow = Enumerable.Range(0, cells.Length).ToLookup(i => cells[i].Row);
        _inColumn = Enumerable.Range(0, cells.Length).ToLookup(i => cells[i].Column);
    }

    public IEnumerable<ImmutableArray<TiedCell>> Ways()
    {
        do
        {
            yield return [.. _cells.Where((_, i) => _has[i])];
        }
        while (Advance());
    }

    private bool Advance()
    {
        for (var at = _cells.Length - 1; at >= 0; at--)
        {
            if (_flipped[at] is { } ring)
            {
                Flip(ring);
                _flipped[at] = null;
            }
            else if (Ring(at) is { } found)
            {
                Flip(found);
                _flipped[at] = found;
                return true;
            }
        }

        return false;
    }

    private void Flip(List<int> ring)
    {
        foreach (var cell in ring) _has[cell] = !_has[cell];
    }

    // A cell without a seat leads from its row to its column, one with a seat back; a ring through later cells alone closes the flip.
    private List<int>? Ring(int start)
    {
        var from = new Dictionary<(bool IsRow, int Line), int>();
        var queue = new Queue<(bool IsRow, int Line)>();
        var gains = !_has[start];
        var (first, goal) = gains
            ? ((false, _cells[start].Column), (true, _cells[start].Row))
            : ((true, _cells[start].Row), (false, _cells[start].Column));
        queue.Enqueue(first);
        from[first] = start;
        while (queue.TryDequeue(out var at))
        {
            foreach (var cell in at.IsRow ? _inRow[at.Line] : _inColumn[at.Line])
            {
                if (cell <= start || _has[cell] == at.IsRow) continue;
                (bool IsRow, int Line) to = at.IsRow ? (false, _cells[cell].Column) : (true, _cells[cell].Row);
                if (!from.TryAdd(to, cell)) continue;
                if (to == goal) return Back(from, goal, first, start);
                queue.Enqueue(to);
            }
        }

        return null;
    }

    private List<int> Back(Dictionary<(bool IsRow, int Line), int> from, (bool IsRow, int Line) goal, (bool IsRow, int Line) first, int start)
    {
        var ring = new List<int> { start };
        for (var at = goal; at != first;)
        {
            var cell = from[at];
            ring.Add(cell);
            at = at.IsRow ? (false, _cells[cell].Column) : (true, _cells[cell].Row);
        }

        return ring;
    }
}
