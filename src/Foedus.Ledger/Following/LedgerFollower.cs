using System.Diagnostics;
using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Following;

/// <summary>
/// Follows a store of any kind. The position alone says what comes next; signals only say when to look, so that a signal that is lost or doubled
/// loses and doubles no entry. A storage that goes away is waited for.
/// </summary>
/// <param name="store">The store.</param>
public sealed class LedgerFollower(ILedgerStore store) : ILedgerFollower
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a storage that went away is waited for; for ever if not set.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.MaxValue;

    /// <summary>After how long without a signal it looks all the same.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);

    public IEnumerable<StoredEntry> Follow(long from, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        var turn = new Turn(from);
        using var signal = store is ISignallingStore signalling ? signalling.Watch() : new LookingSignal(store);
        // To listen comes before to read: what is appended between them is then told of.
        turn.Try(() => signal.Wait(TimeSpan.Zero), Patience);
        while (!stop.IsCancellationRequested)
        {
            using (var entries = store.Read(turn.Next).GetEnumerator())
            {
                while (!stop.IsCancellationRequested && turn.Try(entries.MoveNext, Patience) == true)
                {
                    var entry = entries.Current;
                    if (entry.Position != turn.Next)
                        throw new LedgerStoreException(StoreTrouble.Damaged, FormattableString.Invariant($"entry {turn.Next} is missing: entry {entry.Position} follows instead"));
                    turn.Next++;
                    yield return entry;
                }
            }

            if (turn.IsCutOff)
                stop.WaitHandle.WaitOne(Slice);
            else
                Await(signal, turn, stop);
        }
    }

    // Comes back when there may be something new, when nothing can be known, or when it is time to look all the same.
    private void Await(IGrowthSignal signal, Turn turn, CancellationToken stop)
    {
        var since = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested && Stopwatch.GetElapsedTime(since) < LookEvery)
        {
            var grown = turn.Try(() => signal.Wait(Slice), Patience);
            if (grown is null)
                stop.WaitHandle.WaitOne(Slice);
            if (grown is not false)
                return;
        }
    }

    /// <summary>Where the following stands, and since when the storage has been away.</summary>
    private sealed class Turn(long next)
    {
        private long? _awaySince;

        public long Next { get; set; } = next;

        /// <summary>Whether the last attempt found the storage away.</summary>
        public bool IsCutOff => _awaySince is not null;

        /// <summary>Does something; null if the storage is away.</summary>
        public bool? Try(Func<bool> work, TimeSpan patience)
        {
            try
            {
                var result = work();
                _awaySince = null;
                return result;
            }
            catch (LedgerStoreException failure) when (failure.Trouble is StoreTrouble.Unavailable or StoreTrouble.Busy)
            {
                _awaySince ??= Stopwatch.GetTimestamp();
                if (Stopwatch.GetElapsedTime(_awaySince.Value) > patience)
                    throw;
                return null;
            }
        }
    }
}
