using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;
using NodaTime;

namespace Foedus.Ledger;

/// <summary>
/// The log of acts over a store: encodes, hashes, numbers and appends, and gives proofs. Callers on many threads share one log: whoever waits while
/// another flushes is written with the next flush, so that the cost of the disk is shared (group commit; DeWitt and others, 1984). Several logs over
/// one store, also in other processes, find each other's entries and go on behind them.
/// </summary>
public sealed partial class ActLog : IDisposable
{
    private readonly ILedgerStore _store;
    private readonly IClock _clock;
    private readonly ISaltSource _salts;
    private readonly Lock _writing = new();
    private readonly Lock _queueing = new();
    private readonly Lock _growing = new();
    private List<Request> _queue = [];
    private GrowingTree _tree;
    private Instant _last;

    /// <summary>Opens the log of a store; the log disposes of the store. Reads at most 255 entries and 255 tiles a level of tiles, never the whole.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">What time it is. A clock that goes back does not: an entry is never recorded before the one before it.</param>
    /// <param name="salts">The chance for sealed acts; that of the system if null.</param>
    /// <exception cref="LedgerStoreException">The store is damaged where it is read.</exception>
    public ActLog(ILedgerStore store, IClock clock, ISaltSource? salts = null)
    {
        _store = store;
        _clock = clock;
        _salts = salts ?? SystemSalt.Instance;
        _tree = EdgeOf(store);
        _last = LastRecorded(_tree.Size);
    }

    /// <summary>Where it is kept.</summary>
    public ILedgerStore Store => _store;

    public FederationId Federation => _store.Federation;

    /// <summary>How the log stood when this object last looked.</summary>
    public StoreHead Head
    {
        get
        {
            lock (_growing)
                return new StoreHead(_tree.Size, _tree.Root());
        }
    }

    /// <summary>
    /// Records acts, all or none, in one piece. Returns when they are on durable storage.
    /// </summary>
    /// <param name="drafts">At least one.</param>
    /// <param name="expected">How many entries the ledger must have before, if that matters to the caller; null: however many.</param>
    /// <exception cref="LedgerStoreException">The storage failed. Whether the acts were recorded is then unknown: send them again with their keys.</exception>
    public RecordOutcome Record(IReadOnlyList<ActDraft> drafts, long? expected = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(drafts.Count);
        var request = new Request(drafts, expected);
        lock (_queueing)
            _queue.Add(request);
        lock (_writing)
        {
            if (!request.IsDone)
                WriteQueue();
        }

        return request.Answer();
    }

    /// <summary>Records one act.</summary>
    public RecordOutcome Record(ActDraft draft, long? expected = null) => Record([draft], expected);

    /// <summary>Takes in what others have appended meanwhile; gives how the log stands.</summary>
    public StoreHead Refresh()
    {
        lock (_writing)
        {
            CatchUp();
            return Head;
        }
    }

    /// <summary>The proof that the entry at a position stands in the tree of a size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry or size.</exception>
    public IReadOnlyList<Digest> Inclusion(long position, long size) => MerkleProof.Inclusion(position, Known(size), Tiles().Node);

    /// <summary>The proof that the tree of a size is the beginning of that of a later size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such sizes.</exception>
    public IReadOnlyList<Digest> Consistency(long earlier, long later) => MerkleProof.Consistency(earlier, Known(later), Tiles().Node);

    /// <summary>The root of the tree when it had a size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log is shorter.</exception>
    public Digest RootAt(long size) => MerkleProof.Root(Known(size), Tiles().Node);

    /// <summary>The tiles of the tree as it stands.</summary>
    public TileReader Tiles()
    {
        lock (_growing)
            return new TileReader(_store.Tile, _tree.Copy());
    }

    /// <summary>The edge of the tree over a store, from its tiles and its last entries.</summary>
    /// <exception cref="LedgerStoreException">A tile is missing, or the entries are not what the head says.</exception>
    public static GrowingTree EdgeOf(ILedgerStore store)
    {
        var head = store.Head();
        var complete = head.Size / TilePath.Width * TilePath.Width;
        var leaves = store.Read(complete, head.Size).Select(e => e.Leaf).ToList();
        if (leaves.Count != head.Size - complete)
            throw new LedgerStoreException(StoreTrouble.Damaged, FormattableString.Invariant($"the ledger should have {head.Size} entries, and its last ones are not there"));
        return GrowingTree.Of(head.Size, leaves, (level, index) => store.Tile(level, index) is { Length: TilePath.Width * Digest.Length } tile
            ? tile
            : throw new LedgerStoreException(StoreTrouble.Damaged, FormattableString.Invariant($"tile {level}/{index} of the ledger is missing or damaged")));
    }

    public void Dispose() => _store.Dispose();

    private long Known(long size)
    {
        lock (_growing)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(size, _tree.Size);
        return size;
    }

    private Instant LastRecorded(long size)
    {
        if (size == 0)
            return Instant.MinValue;
        foreach (var entry in _store.Read(size - 1, size))
        {
            if (EntryDecoder.TryRead(entry.Bytes, out var read, out _))
                return read.RecordedAt;
        }

        throw new LedgerStoreException(StoreTrouble.Damaged, FormattableString.Invariant($"entry {size - 1} of the ledger cannot be read"));
    }

    private void CatchUp()
    {
        var size = _store.Head().Size;
        if (size == _tree.Size)
            return;
        var tree = _tree.Copy();
        var last = _last;
        foreach (var entry in _store.Read(tree.Size, size))
        {
            tree.Add(entry.Leaf);
            if (tree.Size == size)
                last = EntryDecoder.TryRead(entry.Bytes, out var read, out _) ? read.RecordedAt : last;
        }

        Grow(tree, last);
    }

    private void Grow(GrowingTree tree, Instant last)
    {
        lock (_growing)
            (_tree, _last) = (tree, last);
    }
}
