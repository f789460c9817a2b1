namespace Foedus.Engine.Kernel;

/// <summary>
/// For a timeline with many retroactive writes: which version covers each day, after each write. The days are cut into pieces, kept in a
/// treap whose shape depends on the days alone (Seidel and Aragon 1996) and of which every write makes a new edition that shares the rest
/// (path copying, Driscoll, Sarnak, Sleator and Tarjan 1989). So a look-up costs O(log k) as known at any act, and the version below one
/// that is passed over is a look-up in the edition before it.
/// </summary>
internal sealed class SpanIndex
{
    private const int None = -1;

    private readonly Slab<Piece> _pieces;
    private readonly Slab<Edition> _editions;

    public SpanIndex() => (_pieces, _editions) = (new Slab<Piece>(), new Slab<Edition>());

    private SpanIndex(SpanIndex of) => (_pieces, _editions) = (of._pieces.Branch(), of._editions.Branch());

    /// <summary>Writes so far; the edition after the version of depth d has number d.</summary>
    public int Count => _editions.Count;

    /// <summary>Writes the next version of the timeline.</summary>
    public void Add(Day from, Day until, int version)
    {
        var root = _editions.Count == 0 ? None : _editions[_editions.Count - 1].Root;
        Split(root, from.Number, out var before, out var rest);
        Split(rest, until.Number, out _, out var after);
        if (until != Day.Max && !StartsAt(after, until.Number))
            after = Join(NewPiece(until.Number, Find(root, until.Number), None, None), after);
        root = Join(Join(before, NewPiece(from.Number, version, None, None)), after);
        _editions.Add(new Edition(root));
    }

    /// <summary>The newest version that covers the day, among those of depth 0 to <paramref name="depth"/>; -1 if none does.</summary>
    public int Find(int depth, Day day) => depth < 0 ? None : Find(_editions[depth].Root, day.Number);

    /// <summary>An index of the same writes that goes its own way from here.</summary>
    public SpanIndex Branch() => new(this);

    public void Save(SnapshotWriter writer)
    {
        _pieces.Save(writer);
        _editions.Save(writer);
    }

    public void Load(SnapshotReader reader)
    {
        _pieces.Load(reader);
        _editions.Load(reader);
    }

    private int Find(int node, int day)
    {
        var best = None;
        while (node != None)
        {
            ref readonly var piece = ref _pieces[node];
            if (piece.Start <= day)
            {
                best = piece.Version;
                node = piece.Right;
            }
            else
            {
                node = piece.Left;
            }
        }

        return best;
    }

    private bool StartsAt(int node, int start)
    {
        if (node == None)
            return false;
        while (_pieces[node].Left != None)
            node = _pieces[node].Left;
        return _pieces[node].Start == start;
    }

    /// <summary>Cuts a tree into what starts before the day and what starts on it or later.</summary>
    private void Split(int node, int day, out int before, out int after)
    {
        if (node == None)
        {
            before = after = None;
            return;
        }

        var piece = _pieces[node];
        if (piece.Start < day)
        {
            Split(piece.Right, day, out var inner, out after);
            before = NewPiece(piece.Start, piece.Version, piece.Left, inner);
        }
        else
        {
            Split(piece.Left, day, out before, out var inner);
            after = NewPiece(piece.Start, piece.Version, inner, piece.Right);
        }
    }

    private int Join(int left, int right)
    {
        if (left == None)
            return right;
        if (right == None)
            return left;
        var a = _pieces[left];
        var b = _pieces[right];
        return Rank(a.Start) > Rank(b.Start)
            ? NewPiece(a.Start, a.Version, a.Left, Join(a.Right, right))
            : NewPiece(b.Start, b.Version, Join(left, b.Left), b.Right);
    }

    private int NewPiece(int start, int version, int left, int right) => _pieces.Add(new Piece(start, version, left, right));

    private static uint Rank(int start)
    {
        unchecked
        {
            var x = (uint)start;
            x = (x ^ (x >> 16)) * 0x7feb352dU;
            x = (x ^ (x >> 15)) * 0x846ca68bU;
            return x ^ (x >> 16);
        }
    }

    private readonly record struct Piece(int Start, int Version, int Left, int Right);

    private readonly record struct Edition(int Root);
}
