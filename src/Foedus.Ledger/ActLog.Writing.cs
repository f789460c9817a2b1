using System.Collections.Immutable;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;
using NodaTime;

namespace Foedus.Ledger;

public sealed partial class ActLog
{
    private const int MostInOneFlush = 16_384;

    // Called by whoever holds the writing lock: writes what everybody has queued so far, this caller's own included.
    private void WriteQueue()
    {
        List<Request> requests;
        lock (_queueing)
        {
            requests = _queue;
            _queue = [];
        }

        for (var i = 0; i < requests.Count;)
        {
            var (from, count) = (i, 0);
            while (i < requests.Count && (i == from || count + requests[i].Drafts.Count <= MostInOneFlush))
                count += requests[i++].Drafts.Count;
            WriteGroup(requests.GetRange(from, i - from));
        }
    }

    private void WriteGroup(List<Request> requests)
    {
        try
        {
            // That a key is new is taken for granted at first: the store says so if it is not, and then each is looked up.
            for (var lookUp = false; !TryWriteGroup(requests, ref lookUp);)
                CatchUp();
        }
#pragma warning disable CA1031 // Whatever it is, everybody who waits is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var request in requests.Where(r => !r.IsDone))
                request.Failure = failure;
        }
    }

    // False if somebody else wrote meanwhile.
    private bool TryWriteGroup(List<Request> requests, ref bool lookUp)
    {
        var group = new Group(this, _tree.Copy(), _last, lookUp);
        foreach (var request in requests)
            request.Planned = group.Plan(request);
        if (group.Entries.Count > 0)
        {
            var outcome = _store.Append(new AppendBatch(_tree.Size, group.Entries, group.Tiles, group.Tree.Root()));
            if (outcome is AppendOutcome.KeyTaken && lookUp && _store.Head().Size == _tree.Size)
                throw new LedgerStoreException(StoreTrouble.Damaged, "the ledger says of an idempotency key that it has it, and that it has it not");
            lookUp |= outcome is AppendOutcome.KeyTaken;
            if (outcome is not AppendOutcome.Appended)
                return false;
            Grow(group.Tree, group.Last);
        }

        if (requests.Exists(r => r.Planned is RecordOutcome.Conflict) && _store.Head().Size != _tree.Size)
        {
            // What was expected may be what others have written by now.
            CatchUp();
            foreach (var request in requests.Where(r => r.Planned is RecordOutcome.Conflict))
                WriteGroup([request]);
        }

        foreach (var request in requests)
            request.Outcome ??= request.Planned;
        return true;
    }

    /// <summary>Somebody's acts, waiting for their flush.</summary>
    private sealed class Request(IReadOnlyList<ActDraft> drafts, long? expected)
    {
        public IReadOnlyList<ActDraft> Drafts => drafts;

        public long? Expected => expected;

        public RecordOutcome? Planned { get; set; }

        public RecordOutcome? Outcome { get; set; }

        public Exception? Failure { get; set; }

        public bool IsDone => Outcome is not null || Failure is not null;

        public RecordOutcome Answer() => Failure is { } failure
            ? throw (failure is LedgerStoreException told ? new LedgerStoreException(told.Trouble, told.Message, told) : failure)
            : Outcome!;
    }

    /// <summary>Entries that go into one flush.</summary>
    private sealed class Group(ActLog log, GrowingTree tree, Instant last, bool lookUp)
    {
        private readonly Dictionary<string, long> _keys = new(StringComparer.Ordinal);
        private readonly List<(byte[] Payload, Visibility Visibility)> _written = [];
        private readonly long _start = tree.Size;

        public GrowingTree Tree => tree;

        public Instant Last => last;

        public List<NewEntry> Entries { get; } = [];

        public List<NewTile> Tiles { get; } = [];

        public RecordOutcome Plan(Request request)
        {
            var elsewhere = request.Expected is { } expected && expected != tree.Size;
            if (elsewhere && !IsRepeat(request))
                return new RecordOutcome.Conflict(request.Expected!.Value, tree.Size);
            var acts = ImmutableArray.CreateBuilder<RecordedAct>(request.Drafts.Count);
            var payloads = new byte[]?[request.Drafts.Count];
            Dictionary<string, long>? keys = null;
            var position = tree.Size;
            for (var i = 0; i < payloads.Length; i++)
            {
                var draft = request.Drafts[i];
                if (Problem(draft, position) is { } problem)
                    return new RecordOutcome.Unfit(i, problem);
                var payload = EntryEncoder.Payload(draft.Act);
                if (TooLong(draft, payload) is { } tooLong)
                    return new RecordOutcome.Unfit(i, tooLong);
                if (draft.Act.Key is { } key)
                {
                    if (keys is not null && keys.TryGetValue(key, out var twin))
                        return new RecordOutcome.KeyTaken(i, key, twin);
                    if (Earlier(key, lookUp || elsewhere) is { } earlier)
                    {
                        if (!IsSame(earlier, draft, payload))
                            return new RecordOutcome.KeyTaken(i, key, earlier);
                        acts.Add(new RecordedAct(earlier, true));
                        continue;
                    }

                    (keys ??= new Dictionary<string, long>(StringComparer.Ordinal)).Add(key, position);
                }

                payloads[i] = payload;
                acts.Add(new RecordedAct(position++, false));
            }

            for (var i = 0; i < payloads.Length; i++)
            {
                if (payloads[i] is { } payload)
                    Write(request.Drafts[i], payload);
            }

            return new RecordOutcome.Recorded(acts.MoveToImmutable(), tree.Size);
        }

        // A client that got no answer sends again what it sent, with the position that it knew then.
        private bool IsRepeat(Request request)
        {
            foreach (var draft in request.Drafts)
            {
                if (draft.Act.Key is not { } key || Problem(draft, long.MaxValue) is not null || Earlier(key, true) is not { } earlier || !IsSame(earlier, draft, EntryEncoder.Payload(draft.Act)))
                    return false;
            }

            return true;
        }

        private static string? Problem(ActDraft draft, long position) =>
            draft.Visibility > Visibility.Secret ? "it does not say who may see it"
            : draft.Act.Kind == ActRecord.KeyKind && draft.Visibility != Visibility.Public ? "a change of key is public"
            : ActRecordRules.Problem(draft.Act, position);

        private string? TooLong(ActDraft draft, byte[] payload)
        {
            var most = draft.Visibility == Visibility.Public ? EntryEncoder.MostEntryBytes - EntryEncoder.Overhead(log.Federation) : ActRecord.MostPayloadBytes;
            return payload.Length <= most ? null : FormattableString.Invariant($"it has {payload.Length} bytes and may have {most}: keep long texts as attachments");
        }

        private long? Earlier(string key, bool inStore) => _keys.TryGetValue(key, out var position) ? position : inStore ? log._store.PositionOf(key) : null;

        private bool IsSame(long position, ActDraft draft, byte[] payload)
        {
            if (position >= _start)
            {
                var written = _written[(int)(position - _start)];
                return written.Visibility == draft.Visibility && written.Payload.AsSpan().SequenceEqual(payload);
            }

            foreach (var stored in log._store.Read(position, position + 1))
            {
                if (!EntryDecoder.TryRead(stored.Bytes, out var entry, out _) || entry.Visibility != draft.Visibility)
                    return false;
                // Of what was erased nobody can say whether it was the same; the key says that it was.
                return entry.Act is { } act ? EntryEncoder.Payload(act).AsSpan().SequenceEqual(payload) : stored.Seal?.Payload.AsSpan().SequenceEqual(payload) ?? true;
            }

            return false;
        }

        private void Write(ActDraft draft, byte[] payload)
        {
            var now = Microseconds.Floor(log._clock.GetCurrentInstant());
            last = now < last ? last : now;
            Seal? seal = null;
            byte[] bytes;
            if (draft.Visibility == Visibility.Public)
            {
                bytes = EntryEncoder.Open(log.Federation, tree.Size, last, payload);
            }
            else
            {
                var salt = new byte[Digest.Length];
                log._salts.Fill(salt);
                seal = new Seal(salt, payload);
                bytes = EntryEncoder.Sealed(log.Federation, tree.Size, last, draft.Visibility, EntryEncoder.Commit(salt, payload));
            }

            if (draft.Act.Key is { } key)
                _keys.Add(key, tree.Size);
            var leaf = MerkleHash.Leaf(bytes);
            _written.Add((payload, draft.Visibility));
            tree.Add(leaf, Tiles);
            Entries.Add(new NewEntry(bytes, leaf, last, seal, draft.Act.Key));
        }
    }
}
