using Foedus.Charter.Binding;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Snapshots;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Ledgers;

/// <summary>
/// What the acts of a ledger lead to: the state, the names in use, and where each act stands. Each act is read and ruled on before the next is read.
/// It is opened from a snapshot that the ledger keeps, if there is one of the same rules and the same entries, and goes on from there; otherwise
/// every act is ruled on again. A snapshot is a pure function of the rules and the entries, so whoever replays them can check it.
/// </summary>
internal sealed class LedgerState
{
    /// <summary>The name of the snapshot and of its version.</summary>
    public const string SnapshotName = "state/1";

    /// <summary>Fewer entries than these are ruled on again sooner than a snapshot is written.</summary>
    private const int FewEntries = 256;

    /// <summary>A new snapshot is written when the ledger has grown by this part of it.</summary>
    private const int GrowthPart = 32;

    /// <summary>States of more acts, or of more bytes, are not kept: a store takes a snapshot in one piece.</summary>
    private const int MostActs = 3_000_000;

    private const int MostBytes = 900_000_000;

    private readonly ILedgerStore store;
    private readonly byte[] rules;
    private EntryPlaces places = new();
    private long visibilityAt = -1;
    private long kept;

    private LedgerState(ILedgerStore store, string path, FederationInput input)
    {
        this.store = store;
        Path = path;
        rules = RulesDigest.Of(input);
        Input = input;
        Books = new Rulebooks(input.Federation);
        Reader = new ActReader(Books);
        State = State.Opening(Books);
        Acts = new EarlierActs(input.Places, path, Books);
    }

    public string Path { get; }

    /// <summary>The federation; read anew if a snapshot did not fit.</summary>
    public FederationInput Input { get; }

    public Rulebooks Books { get; }

    /// <summary>Reads further acts; it knows the names in use.</summary>
    public ActReader Reader { get; private set; }

    /// <summary>The state after the last act.</summary>
    public State State { get; private set; }

    /// <summary>The acts so far.</summary>
    public EarlierActs Acts { get; }

    /// <summary>How many entries of the ledger it follows from.</summary>
    public long Size => places.Entries;

    /// <summary>The highest number of an act, attempts that no journal shows included; 0 if there is none.</summary>
    public int HighestNumber { get; private set; }

    /// <summary>The number of the next act.</summary>
    public int NextNumber => HighestNumber == int.MaxValue ? int.MaxValue : HighestNumber + 1;

    /// <summary>The places among the acts, from 1, of those that stand in an entry; none for an attempt that no journal shows.</summary>
    public IEnumerable<int> ActsAt(long position) => places.ActsAt(position);

    /// <summary>Whether so much was recorded since the last snapshot that a new one saves time.</summary>
    public bool IsDue => Size - kept >= Math.Max(FewEntries, Size / GrowthPart);

    /// <summary>Opens a ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="input">The federation, without the acts of the ledger.</param>
    /// <param name="size">So many entries count.</param>
    public static LedgerState Open(ILedgerStore store, string path, FederationInput input, long size)
    {
        var opened = OfSnapshot(store, path, ref input, size) ?? new LedgerState(store, path, input);
        opened.GoOn(size);
        return opened;
    }

    /// <summary>Rules on every act from the first, whatever snapshot there is.</summary>
    public static LedgerState Replay(ILedgerStore store, string path, FederationInput input, long size)
    {
        var replayed = new LedgerState(store, path, input);
        replayed.GoOn(size);
        return replayed;
    }

    /// <summary>The position of the act with a number; null if no act that counts has it.</summary>
    public long? PositionOf(int number) => State.SequenceOf(number) is > 0 and var sequence ? places.PositionOf(sequence) : null;

    /// <summary>Who may see which kind of act, as the ledger says.</summary>
    public VisibilityTable Visibility() =>
        visibilityAt >= 0 && store.Read(visibilityAt, visibilityAt + 1).Select(e => EntryView.Of(e, publicOnly: false).Act).FirstOrDefault() is { } act
            ? VisibilityTable.Read(act.Text, out _) ?? VisibilityTable.AllPublic
            : VisibilityTable.AllPublic;

    /// <summary>Whether a snapshot was derived by these rules; only then can it be compared with what they lead to.</summary>
    public static bool IsOf(FederationInput input, Snapshot snapshot) =>
        snapshot.Content.AsSpan().StartsWith(RulesDigest.Of(input));

    /// <summary>The state as a snapshot; null if it is too large for one. Nothing may have been asked of the state before: only acts ruled on.</summary>
    public Snapshot? ToSnapshot()
    {
        if (State.Known > MostActs)
            return null;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(rules);
        writer.Write(RootAt(store, Size).ToArray());
        places.Write(writer);
        writer.Write(visibilityAt);
        writer.Write(HighestNumber);
        writer.Flush();
        new StateSnapshot(State, Reader).Write(bytes, rules);
        return bytes.Length <= MostBytes ? new Snapshot(SnapshotName, Size, bytes.ToArray()) : null;
    }

    /// <summary>Keeps a snapshot if one is due. It saves time and proves nothing, so that a store that cannot take it is no failure.</summary>
    public void Keep()
    {
        if (!IsDue || ToSnapshot() is not { } snapshot)
            return;
        try
        {
            store.Snapshots.Put(snapshot);
            kept = Size;
            // What was erased meanwhile stands in it still. An erasure is recorded before anything goes, so that none is missed here.
            if (store.Read(Size).Any(e => EntryView.Of(e, publicOnly: false).Act is { } act && Erasure.TryRead(act, out _)))
                store.Snapshots.Drop(SnapshotName);
        }
        catch (LedgerStoreException)
        {
            // Without room, or without the right to keep one, every act is ruled on again the next time.
        }
    }

    private static LedgerState? OfSnapshot(ILedgerStore store, string path, ref FederationInput input, long size)
    {
        if (Find(store) is not { } snapshot || snapshot.Size > size || !IsOf(input, snapshot))
            return null;
        try
        {
            var opened = new LedgerState(store, path, input);
            if (opened.Load(snapshot))
                return opened;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            // It is dropped for the same reason as one of other entries: what it says does not follow from the ledger.
        }

        // What was half read may stand in the rules.
        input = input with { Federation = FederationReader.Read(input.Texts) };
        return null;
    }

    /// <summary>The snapshot that a ledger keeps; null if there is none that can be read.</summary>
    public static Snapshot? Find(ILedgerStore store)
    {
        try
        {
            return store.Snapshots.Find(SnapshotName);
        }
        catch (LedgerStoreException failure) when (failure.Trouble == StoreTrouble.Damaged)
        {
            return null;
        }
    }

    private bool Load(Snapshot snapshot)
    {
        using var bytes = new MemoryStream(snapshot.Content, writable: false);
        using var reader = new BinaryReader(bytes);
        reader.ReadBytes(rules.Length);
        if (!reader.ReadBytes(Digest.Length).AsSpan().SequenceEqual(RootAt(store, snapshot.Size).ToArray()))
            return false;
        places = EntryPlaces.Read(reader);
        visibilityAt = reader.ReadInt64();
        HighestNumber = reader.ReadInt32();
        if (places.Entries != snapshot.Size || !StateSnapshot.TryOpen(snapshot.Content.AsMemory((int)bytes.Position), rules, Books, sequence => Acts[sequence].Act, out var opened))
            return false;
        (State, Reader, kept) = (opened.State, opened.Reader, snapshot.Size);
        return true;
    }

    /// <summary>Reads and rules on what follows, up to so many entries.</summary>
    public void GoOn(long size)
    {
        foreach (var stored in store.Read(Size, size))
        {
            var view = EntryView.Of(stored, publicOnly: false);
            var acts = 0;
            foreach (var clause in LedgerActs.Of(Path, view))
            {
                foreach (var entry in Reader.Read([clause]).Entries)
                {
                    State = State.Record(Judge.Rule(State, entry.Act));
                    acts++;
                }
            }

            if (view.Act is { } act)
                Note(act, stored.Position);
            places.Add(acts);
        }
    }

    private void Note(ActRecord act, long position)
    {
        if (act.Kind == VisibilityTable.Kind)
            visibilityAt = position;
        else if (LedgerActs.NumberOf(act.Text) is { } number)
            HighestNumber = Math.Max(HighestNumber, number);
    }

    private static Digest RootAt(ILedgerStore store, long size) => MerkleProof.Root(size, new TileReader(store.Tile, ActLog.EdgeOf(store)).Node);
}
