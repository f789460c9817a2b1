using Foedus.Ledger.Following;
using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Tests.Following;

/// <summary>Storages that misbehave in the way of a script.</summary>
public class LedgerFollowerTests
{
    [Fact]
    public void A_storage_that_goes_away_in_the_middle_costs_no_entry_and_doubles_none()
    {
        using var store = new ScriptedStore { Fails = read => read is 2 or 3 or 5 };
        Assert.Equal([0L, 1, 2, 3, 4, 5, 6, 7], new LedgerFollower(store).Follow(0, CancellationToken.None).Take(8).Select(e => e.Position));
    }

    [Fact]
    public void A_storage_that_stays_away_is_told_of()
    {
        using var store = new ScriptedStore { IsAway = true };
        var failure = Assert.Throws<LedgerStoreException>(() => new LedgerFollower(store) { Patience = TimeSpan.Zero }.Follow(0, CancellationToken.None).First());
        Assert.Equal(StoreTrouble.Unavailable, failure.Trouble);
    }

    [Fact]
    public void An_entry_that_is_missing_in_the_middle_is_told_of()
    {
        using var store = new ScriptedStore { Skips = 3 };
        var seen = new List<long>();
        var failure = Assert.Throws<LedgerStoreException>(() =>
        {
            foreach (var entry in new LedgerFollower(store).Follow(0, CancellationToken.None))
                seen.Add(entry.Position);
        });
        Assert.Equal([0L, 1, 2], seen);
        Assert.Equal("entry 3 is missing: entry 4 follows instead", failure.Message);
    }

    /// <summary>Has endless entries, three a reading; the third of each may fail.</summary>
    private sealed class ScriptedStore : ILedgerStore
    {
        private int _reads;

        public Func<int, bool> Fails { get; init; } = _ => false;

        public bool IsAway { get; init; }

        public long? Skips { get; init; }

        public FederationId Federation { get; } = FederationId.Of("scripted");

        public IAttachmentStore Attachments => throw new NotSupportedException();

        public ICheckpointStore Checkpoints => throw new NotSupportedException();

        public ISnapshotStore Snapshots => throw new NotSupportedException();

        public IPersonStore Persons => throw new NotSupportedException();

        public StoreHead Head() => new(Interlocked.Increment(ref _reads), default);

        public IEnumerable<StoredEntry> Read(long from, long to = long.MaxValue)
        {
            var fails = Fails(Interlocked.Increment(ref _reads));
            for (var position = from; position < from + 3; position++)
            {
                if (IsAway || (fails && position == from + 1))
                    throw new LedgerStoreException(StoreTrouble.Unavailable, "it has gone away");
                if (position != Skips)
                    yield return new StoredEntry(position, [], default, null);
            }
        }

        public AppendOutcome Append(AppendBatch batch) => throw new NotSupportedException();

        public long? PositionOf(string key) => null;

        public IEnumerable<(string Key, long Position)> Keys() => [];

        public byte[]? Tile(int level, long index) => null;

        public bool EraseSeal(long position) => false;

        public long SealCount() => 0;

        public IReadOnlyList<string> StructureProblems() => [];

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
