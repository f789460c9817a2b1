using System.Collections.Immutable;
using System.Security.Cryptography;
using Foedus.Ledger.Records;
using Foedus.Ledger.Signing;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;
using NodaTime;

namespace Foedus.Ledger.Verifying;

/// <summary>
/// Checks a ledger from its first byte: encoding, order, times, hashes, tiles, root, keys, checkpoints, sealed parts, attachments and snapshots.
/// Nothing that the store notes is believed. It goes on to the first bad entry and says what holds before it. One pass, O(n); memory grows with the
/// attachments and checkpoints, not with the entries. Whoever can write the store can write another history that agrees with itself: only a
/// checkpoint that was kept elsewhere shows that, so give one.
/// </summary>
public sealed partial class LedgerVerifier
{
    private readonly ILedgerStore _store;
    private readonly IReadOnlyList<string> _notes;
    private readonly VerifierKey? _trusted;
    private readonly List<VerificationFinding> _findings = [];
    private readonly GrowingTree _tree = new();
    private readonly List<NewTile> _tiles = [];
    private readonly KeyChain _keys = new();
    private readonly SortedSet<Digest> _named = [];
    private readonly HashSet<long> _missing = [];
    private readonly List<Erasure> _erasures = [];
    private readonly Dictionary<long, Digest> _roots = [];
    private Instant _last = Instant.MinValue;
    private long _sealed;
    private long _keyed;
    private long _keyUnknown;
    private int _checkpoints;
    private long _signed;
    private int _attachments;

    private LedgerVerifier(ILedgerStore store, IReadOnlyList<string> notes, VerifierKey? trusted) => (_store, _notes, _trusted) = (store, notes, trusted);

    /// <summary>Verifies a ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="notes">Checkpoints that were kept elsewhere: signed notes.</param>
    /// <param name="trusted">The first key of the ledger as the reader knows it; null to take the one that the ledger names.</param>
    /// <exception cref="PlatformNotSupportedException">A signature has to be checked and libcrypto is missing.</exception>
    public static VerificationReport Verify(ILedgerStore store, IReadOnlyList<string>? notes = null, VerifierKey? trusted = null) =>
        new LedgerVerifier(store, notes ?? [], trusted).Run();

    private VerificationReport Run()
    {
        var head = new StoreHead(0, MerkleHash.Empty);
        Try(VerificationFault.Unreadable, null, () => head = _store.Head());
        List<Snapshot> snapshots = [];
        List<StoredCheckpoint> checkpoints = [];
        Try(VerificationFault.Snapshot, null, () => snapshots = [.. _store.Snapshots.All()]);
        Try(VerificationFault.Forged, null, () => checkpoints = [.. _store.Checkpoints.All()]);
        var wanted = Wanted(snapshots, checkpoints);
        Try(VerificationFault.Unreadable, null, () => Entries(wanted), place: true);
        if (_findings.Count == 0)
            Index(head);
        Structure();
        Checkpoints(checkpoints, head);
        Snapshots(snapshots);
        var absent = ImmutableArray<Digest>.Empty;
        Try(VerificationFault.Attachment, null, () => absent = Attachments());
        Try(VerificationFault.Person, null, () =>
        {
            foreach (var id in _store.Persons.All())
                _store.Persons.Find(id);
        });
        return new VerificationReport(head.Size, _tree.Size, _tree.Root(), [.. _findings], _checkpoints, _signed, _sealed, _missing.Count, _attachments, absent, _keys)
        {
            Erased = _erasures.Where(e => e.Position is { } position && _missing.Contains(position)).Select(e => e.Position).Distinct().Count()
                + _erasures.Where(e => Digest.TryParse(e.What, out var digest) && absent.Contains(digest)).Select(e => e.What).Distinct(StringComparer.Ordinal).Count(),
        };
    }

    // The sizes whose roots will be asked for, so that one pass is enough.
    private SortedSet<long> Wanted(List<Snapshot> snapshots, List<StoredCheckpoint> checkpoints)
    {
        var wanted = new SortedSet<long>(snapshots.Select(s => s.Size).Concat(checkpoints.Select(c => c.Size)));
        foreach (var note in _notes)
        {
            if (SignedNote.TryParse(note, out var read) && Checkpoint.TryParse(read.Text, out var checkpoint))
                wanted.Add(checkpoint.Size);
        }

        return wanted;
    }

    private void Entries(SortedSet<long> wanted)
    {
        if (wanted.Contains(0))
            _roots[0] = MerkleHash.Empty;
        foreach (var stored in _store.Read(0))
        {
            if (!Take(stored))
                return;
            if (wanted.Contains(_tree.Size))
                _roots[_tree.Size] = _tree.Root();
        }
    }

    private bool Take(StoredEntry stored)
    {
        var position = _tree.Size;
        if (stored.Position != position)
            return Bad(VerificationFault.Order, position, $"entry {position} is missing: entry {stored.Position} follows instead");
        var leaf = MerkleHash.Leaf(stored.Bytes);
        if (leaf != stored.Leaf)
            return Bad(VerificationFault.Changed, position, $"entry {position} is not the one that was appended: its hash is {leaf}, and {stored.Leaf} was noted");
        if (!EntryDecoder.TryRead(stored.Bytes, out var entry, out var problem))
            return Bad(VerificationFault.Encoding, position, $"entry {position} cannot be read: {problem}");
        if (entry.Federation != _store.Federation)
            return Bad(VerificationFault.OtherFederation, position, $"entry {position} is of {entry.Federation}, and this is the ledger of {_store.Federation}");
        if (entry.Position != position)
            return Bad(VerificationFault.Order, position, $"entry {position} was appended as entry {entry.Position}");
        if (entry.RecordedAt < _last)
            return Bad(VerificationFault.BackDated, position, $"entry {position} was recorded at {entry.RecordedAt}, before the entry before it");
        if (!Unseal(stored, entry, out var act) || !Named(position, act))
            return false;
        _last = entry.RecordedAt;
        _tree.Add(leaf, _tiles);
        foreach (var tile in _tiles)
        {
            if (_store.Tile(tile.Level, tile.Index) is not { } kept || !kept.AsSpan().SequenceEqual(tile.Hashes))
                Find(VerificationFault.Tile, null, $"tile {tile.Level}/{tile.Index} is not the one that follows from the entries");
        }

        _tiles.Clear();
        return true;
    }

    private bool Unseal(StoredEntry stored, LedgerEntry entry, out ActRecord? act)
    {
        act = entry.Act;
        var position = stored.Position;
        if (entry.Commitment is not { } commitment)
            return stored.Seal is null || Bad(VerificationFault.Seal, position, $"entry {position} is public, and something sealed was put beside it");
        _sealed++;
        if (stored.Seal is not { } seal)
        {
            _missing.Add(position);
            _keyUnknown++;
            return true;
        }

        if (seal.Salt.Length != Digest.Length || EntryEncoder.Commit(seal.Salt, seal.Payload) != commitment)
            return Bad(VerificationFault.Seal, position, $"the sealed part of entry {position} is not the one that the entry commits to");
        return EntryDecoder.TryReadPayload(seal.Payload, position, out act, out var problem)
            || Bad(VerificationFault.Encoding, position, $"the sealed part of entry {position} cannot be read: {problem}");
    }

    private bool Named(long position, ActRecord? act)
    {
        if (act is null)
            return true;
        if (act.Key is { } key)
        {
            _keyed++;
            if (_store.PositionOf(key) != position)
                Find(VerificationFault.KeyIndex, position, $"the idempotency key of entry {position} leads elsewhere");
        }

        foreach (var attachment in act.Attachments)
            _named.Add(attachment);
        if (Erasure.TryRead(act, out var erasure))
            _erasures.Add(erasure);
        if (act.Kind == ActRecord.KeyKind && _keys.Take(_store.Federation, position, act) is { } problem)
            return Bad(VerificationFault.SigningKey, position, $"entry {position}: {problem}");
        return act.Kind != ActRecord.KeyKind || _keys.Keys.Count > 1 || _trusted is null || _trusted == _keys.Current
            || Bad(VerificationFault.SigningKey, position, $"entry {position} names {_keys.Current} as the first key, and not {_trusted}");
    }

    private void Index(StoreHead head)
    {
        if (_tree.Size != head.Size)
            Find(VerificationFault.Head, Math.Min(_tree.Size, head.Size), $"the ledger should have {head.Size} entries, and has {_tree.Size}");
        else if (_tree.Root() != head.Root)
            Find(VerificationFault.Head, null, $"the root over all entries is {_tree.Root()}, and {head.Root} was noted");
        Try(VerificationFault.Seal, null, () =>
        {
            if (_store.SealCount() is var seals && seals != _sealed - _missing.Count)
                Find(VerificationFault.Seal, null, $"there are {seals} sealed parts, and {_sealed - _missing.Count} entries to which they belong");
        });
        Try(VerificationFault.KeyIndex, null, () =>
        {
            var there = _store.Keys().LongCount();
            if (there < _keyed || there > _keyed + _keyUnknown)
                Find(VerificationFault.KeyIndex, null, $"there are {there} idempotency keys, and {_keyed} in the entries");
        });
    }

    private void Structure() => Try(VerificationFault.Structure, null, () =>
    {
        var problems = _store.StructureProblems();
        if (problems.Count > 0)
            Find(VerificationFault.Structure, null, $"the storage finds its structure damaged: {problems[0]}{(problems.Count == 1 ? "" : $" (and {problems.Count - 1} more)")}");
    });

    private ImmutableArray<Digest> Attachments()
    {
        foreach (var attachment in _store.Attachments.All())
        {
            _named.Remove(attachment.Digest);
            using var content = _store.Attachments.Open(attachment.Digest);
            if (content is null || HashOf(content) != (attachment.Digest, attachment.Length))
                Find(VerificationFault.Attachment, null, $"attachment {attachment.Digest} is not what its hash says");
            else
                _attachments++;
        }

        return [.. _named];
    }

    private static (Digest Digest, long Length) HashOf(Stream content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var length = 0L;
        for (int read; (read = content.Read(buffer)) > 0; length += read)
            hash.AppendData(buffer, 0, read);
        return (new Digest(hash.GetHashAndReset()), length);
    }

    private bool Bad(VerificationFault fault, long position, string sentence)
    {
        Find(fault, position, sentence);
        return false;
    }

    private void Try(VerificationFault fault, long? position, Action work, bool place = false)
    {
        try
        {
            work();
        }
        catch (LedgerStoreException damage) when (damage.Trouble is StoreTrouble.Damaged)
        {
            Find(fault, place ? _tree.Size : position, damage.Message);
        }
    }
}
