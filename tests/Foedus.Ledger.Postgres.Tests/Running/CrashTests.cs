using System.Collections.Concurrent;
using Foedus.Ledger.Following;
using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Postgres.Tests.Stores;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Verifying;
using NodaTime;

namespace Foedus.Ledger.Postgres.Tests.Running;

/// <summary>Two processes of ours append to one server, which crashes in the middle, while others read and follow; and one of them is killed.</summary>
[Collection(ServerAloneCollection.Name)]
public sealed class CrashTests(PostgresServer server)
{
    private const int Crashes = 2;
    private const int Writers = 4;

    [Fact]
    public void Nothing_acknowledged_is_lost_and_nothing_is_doubled_when_the_server_crashes_under_two_processes()
    {
        var address = server.Address(server.Lend());
        PostgresLedgerStore.Create(Addresses.Of(address)).Dispose();
        using var stop = new CancellationTokenSource();
        var followed = new ConcurrentQueue<StoredEntry>();
        var follower = Start(() => Follow(address, followed, stop.Token));
        var read = new ConcurrentBag<List<Digest>>();
        var readers = Enumerable.Range(0, 8).Select(_ => Start(() => ReadOn(address, read, stop.Token))).ToList();

        List<(int Writer, int Number, long Position)> acknowledged;
        using (var one = new AppendingProcess(address, 0, Writers, 0))
        using (var other = new AppendingProcess(address, 0, Writers, Writers))
        {
            for (var crash = 0; crash < Crashes; crash++)
            {
                one.Await(20);
                other.Await(20);
                server.Crash();
            }

            one.Await(20);
            other.Await(20);
            one.Kill();
            other.Kill();
            acknowledged = [.. one.Acknowledged, .. other.Acknowledged];
        }

        using var store = PostgresLedgerStore.Open(Addresses.Of(address));
        var report = LedgerVerifier.Verify(store);
        Assert.Empty(report.Findings);
        var entries = store.Read(0).ToList();
        Check(entries, acknowledged);

        while (followed.Count < entries.Count && follower.IsAlive)
            Thread.Sleep(20);
        stop.Cancel();
        follower.Join();
        readers.ForEach(r => r.Join());
        Assert.Equal(entries.Select(e => (e.Position, e.Leaf)), followed.Select(e => (e.Position, e.Leaf)));
        Assert.NotEmpty(read);
        var leaves = entries.Select(e => e.Leaf).ToList();
        Assert.All(read, seen => Assert.Equal(leaves.Take(seen.Count), seen));
        RetryWhatHadNoAnswer(address, acknowledged);
    }

    [Fact]
    public void A_process_that_is_killed_leaves_nothing_half()
    {
        var address = server.Address(server.Lend());
        PostgresLedgerStore.Create(Addresses.Of(address)).Dispose();
        var acknowledged = new List<(int Writer, int Number, long Position)>();
        for (var kill = 0; kill < 2; kill++)
        {
            using var process = new AppendingProcess(address, acknowledged.Count == 0 ? 0 : acknowledged.Max(a => a.Number) + 2, Writers, 0);
            process.Await(5 + (20 * kill));
            process.Kill();
            acknowledged.AddRange(process.Acknowledged);
            using var store = PostgresLedgerStore.Open(Addresses.Of(address));
            Assert.Empty(LedgerVerifier.Verify(store).Findings);
            Check([.. store.Read(0)], acknowledged);
        }
    }

    [Fact]
    public void A_long_reading_goes_on_behind_a_crash()
    {
        var address = server.Address(server.Lend());
        using var log = new ActLog(PostgresLedgerStore.Create(Addresses.Of(address)), SystemClock.Instance);
        log.Record([.. Enumerable.Range(0, 1000).Select(i => new ActDraft(new ActRecord(new LocalDate(2026, 1, 1), "records", $"act {i}")))]);
        var seen = new List<long>();
        foreach (var entry in log.Store.Read(0))
        {
            if (seen.Count == 100)
                server.Crash();
            seen.Add(entry.Position);
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), seen);
        Assert.Equal(1000, log.Refresh().Size);
    }

    private static Thread Start(Action work)
    {
        var thread = new Thread(() => work());
        thread.Start();
        return thread;
    }

    private static void Follow(string address, ConcurrentQueue<StoredEntry> seen, CancellationToken stop)
    {
        using var store = PostgresLedgerStore.Open(Addresses.Of(address));
        foreach (var entry in new LedgerFollower(store).Follow(0, stop))
            seen.Enqueue(entry);
    }

    private static void ReadOn(string address, ConcurrentBag<List<Digest>> seen, CancellationToken stop)
    {
        using var store = PostgresLedgerStore.Open(Addresses.Of(address));
        while (!stop.IsCancellationRequested)
        {
            seen.Add([.. store.Read(0).Select(e => e.Leaf)]);
            Thread.Sleep(200);
        }
    }

    private static void Check(List<StoredEntry> entries, List<(int Writer, int Number, long Position)> acknowledged)
    {
        Assert.NotEmpty(acknowledged);
        var there = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var stored in entries)
        {
            Assert.True(EntryDecoder.TryRead(stored.Bytes, out var entry, out _));
            Assert.True(there.TryAdd(entry.Act!.Text, stored.Position), "an act is there twice: " + entry.Act.Text);
        }

        foreach (var (writer, number, position) in acknowledged)
            Assert.Equal(position, there.GetValueOrDefault($"writer {writer} records {number}", -1));
    }

    // A client that got no answer sends its act again under its key: whether it had been recorded or not, it then is, once.
    private static void RetryWhatHadNoAnswer(string address, List<(int Writer, int Number, long Position)> acknowledged)
    {
        using var log = new ActLog(PostgresLedgerStore.Open(Addresses.Of(address)), SystemClock.Instance);
        var known = acknowledged.ToDictionary(a => (a.Writer, a.Number), a => a.Position);
        var last = known.Keys.Max(k => k.Number);
        for (var writer = 0; writer < 2 * Writers; writer++)
        {
            for (var number = last - 5; number <= last + 1; number++)
            {
                var act = new ActRecord(new LocalDate(2026, 1, 1), "records", $"writer {writer} records {number}") { Key = $"{writer}/{number}" };
                var recorded = Assert.IsType<RecordOutcome.Recorded>(log.Record(new ActDraft(act)));
                if (known.TryGetValue((writer, number), out var position))
                    Assert.Equal(new RecordedAct(position, true), recorded.Acts[0]);
            }
        }

        Assert.Empty(LedgerVerifier.Verify(log.Store).Findings);
    }
}
