using System.Collections.Concurrent;
using System.Globalization;
using Foedus.Ledger.Following;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Tests.Log;
using Foedus.Ledger.Tests.Stores;
using NodaTime;

namespace Foedus.Ledger.Tests.Following;

/// <summary>What following is, over every store.</summary>
public abstract class FollowerContract(StoreFactory factory) : IDisposable
{
    private readonly SteppingClock _clock = new();

    public void Dispose()
    {
        factory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_is_there_comes_first_and_then_what_is_appended_elsewhere()
    {
        using var log = Open();
        Record(log, 0, 3);
        using var follower = new Following(factory.Open(), 1);
        Assert.Equal([1L, 2], follower.Take(2));
        Record(log, 3, 2);
        Assert.Equal([3L, 4], follower.Take(2));
        Assert.True(follower.IsWaiting);
    }

    [Fact]
    public void An_entry_that_does_not_come_yet_is_waited_for()
    {
        using var log = Open();
        using var follower = new Following(factory.Open(), 2);
        Record(log, 0, 2);
        Assert.True(follower.IsWaiting);
        Record(log, 2, 1);
        Assert.Equal([2L], follower.Take(1));
    }

    [Fact]
    public void Many_followers_of_many_writers_see_every_entry_once_and_in_order()
    {
        const int writers = 4, each = 30, followers = 3;
        factory.Open();
        var following = Enumerable.Range(0, followers).Select(_ => new Following(factory.Open(), 0)).ToList();
        Parallel.For(0, writers, new ParallelOptions { MaxDegreeOfParallelism = writers }, w =>
        {
            using var log = Open();
            for (var i = 0; i < each; i++)
                Record(log, (w * each) + i, 1);
        });
        foreach (var follower in following)
        {
            Assert.Equal(Enumerable.Range(0, writers * each).Select(i => (long)i), follower.Take(writers * each));
            Assert.True(follower.IsWaiting);
            follower.Dispose();
        }
    }

    [Fact]
    public void It_ends_when_it_is_told_to()
    {
        using var log = Open();
        Record(log, 0, 2);
        using var stop = new CancellationTokenSource();
        var seen = new List<long>();
        foreach (var entry in new LedgerFollower(factory.Open()).Follow(0, stop.Token))
        {
            seen.Add(entry.Position);
            if (seen.Count == 2)
                stop.Cancel();
        }

        Assert.Equal([0L, 1], seen);
    }

    private ActLog Open() => new(factory.Open(), _clock);

    private static void Record(ActLog log, int first, int count)
    {
        for (var i = first; i < first + count; i++)
            Assert.IsType<RecordOutcome.Recorded>(log.Record(new ActDraft(new ActRecord(new LocalDate(2026, 1, 1), "records", i.ToString(CultureInfo.InvariantCulture)))));
    }

    /// <summary>A follower on a thread of its own.</summary>
    private sealed class Following : IDisposable
    {
        private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

        private readonly CancellationTokenSource _stop = new();
        private readonly BlockingCollection<long> _seen = [];
        private readonly Thread _thread;

        public Following(ILedgerStore store, long from)
        {
            _thread = new Thread(() =>
            {
                foreach (var entry in new LedgerFollower(store).Follow(from, _stop.Token))
                    _seen.Add(entry.Position);
            });
            _thread.Start();
        }

        /// <summary>True if nothing more comes, for a moment.</summary>
        public bool IsWaiting => !_seen.TryTake(out _, TimeSpan.FromMilliseconds(200));

        public IReadOnlyList<long> Take(int count)
        {
            var taken = new List<long>();
            while (taken.Count < count && _seen.TryTake(out var position, Long))
                taken.Add(position);
            return taken;
        }

        public void Dispose()
        {
            _stop.Cancel();
            _thread.Join();
            _stop.Dispose();
            _seen.Dispose();
        }
    }
}
