using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Tests.Log;
using Foedus.Ledger.Tests.Verifying;
using Foedus.Ledger.Verifying;
using NodaTime;

namespace Foedus.Ledger.Tests.Stores;

/// <summary>
/// What a disk can do to a ledger. Writes that were torn, lost or out of order are made by hand in a copy of the write-ahead log; a full disk is made
/// by SQLite's own limit of pages, which fails where a full disk fails.
/// </summary>
public sealed class DiskTroubleTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private string Ledger => _folder.File("ledger.foedus");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_is_named_and_nothing_is_recorded_in_part()
    {
        using var store = SqliteStore.Create(Ledger, SmallLedger.Federation);
        using var log = new ActLog(store, new SteppingClock());
        SmallLedger.Record(log, SmallLedger.Act("before"));
        store.LimitPages(0);
        var full = Assert.Throws<LedgerStoreException>(() => log.Record([.. Enumerable.Range(0, 2000).Select(i => new ActDraft(SmallLedger.Act($"too much {i}") with { Key = $"k{i}" }))]));
        Assert.Equal(StoreTrouble.Full, full.Trouble);
        Assert.Equal(1, log.Refresh().Size);
        Assert.Empty(LedgerVerifier.Verify(store).Findings);
        // There is room again: the same acts go in, once.
        Assert.IsType<RecordOutcome.Recorded>(log.Record([.. Enumerable.Range(0, 2000).Select(i => new ActDraft(SmallLedger.Act($"too much {i}") with { Key = $"k{i}" }))]));
        Assert.Equal(2001, log.Head.Size);
        Assert.Empty(LedgerVerifier.Verify(store).Findings);
    }

    [Fact]
    public void A_full_disk_tells_everybody_who_waits()
    {
        using var store = SqliteStore.Create(Ledger, SmallLedger.Federation);
        using var log = new ActLog(store, new SteppingClock());
        var (recorded, failed) = (0, 0);
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i =>
        {
            try
            {
                if (i == 5)
                    store.LimitPages(0);
                Assert.IsType<RecordOutcome.Recorded>(log.Record([.. Enumerable.Range(0, 300).Select(n => new ActDraft(SmallLedger.Act($"{i} {n}")))]));
                Interlocked.Increment(ref recorded);
            }
            catch (LedgerStoreException trouble)
            {
                Assert.Equal(StoreTrouble.Full, trouble.Trouble);
                Interlocked.Increment(ref failed);
            }
        });
        Assert.Equal(16, recorded + failed);
        Assert.Equal(recorded * 300, log.Refresh().Size);
        Assert.Empty(LedgerVerifier.Verify(store).Findings);
    }

    [Fact]
    public void A_ledger_that_is_only_read_refuses_to_be_written()
    {
        SqliteStore.Create(Ledger, SmallLedger.Federation).Dispose();
        using var store = SqliteStore.Open(Ledger, readOnly: true);
        using var log = new ActLog(store, new SteppingClock());
        Assert.Equal(StoreTrouble.ReadOnly, Assert.Throws<LedgerStoreException>(() => log.Record(new ActDraft(SmallLedger.Act("x")))).Trouble);
        Assert.Equal(StoreTrouble.ReadOnly, Assert.Throws<LedgerStoreException>(() => store.Persons.Put("p", [])).Trouble);
        Assert.Equal(StoreTrouble.ReadOnly, Assert.Throws<LedgerStoreException>(() => store.EraseSeal(0)).Trouble);
    }

    [Fact]
    public void A_file_without_leave_to_write_is_read_and_verified()
    {
        using (var store = SqliteStore.Create(Ledger, SmallLedger.Federation))
            SmallLedger.Fill(store);
        File.SetAttributes(Ledger, FileAttributes.ReadOnly);
        using (var store = SqliteStore.Open(Ledger, readOnly: true))
            Assert.Empty(LedgerVerifier.Verify(store).Findings);
        Assert.Equal([Ledger], Directory.GetFiles(_folder.Path));
        File.SetAttributes(Ledger, FileAttributes.Normal);
    }

    [Fact]
    public void What_is_no_ledger_or_of_a_later_version_is_named()
    {
        Assert.Equal(StoreTrouble.Missing, Assert.Throws<LedgerStoreException>(() => SqliteStore.Open(Ledger)).Trouble);
        File.WriteAllText(Ledger, new string('x', 9000));
        Assert.Equal(StoreTrouble.Damaged, Assert.Throws<LedgerStoreException>(() => SqliteStore.Open(Ledger)).Trouble);
        Assert.Equal(StoreTrouble.NotThisLedger, Assert.Throws<LedgerStoreException>(() => SqliteStore.Create(Ledger, SmallLedger.Federation)).Trouble);
        File.Delete(Ledger);
        SqliteStore.Create(Ledger, SmallLedger.Federation).Dispose();
        Tamper("PRAGMA user_version = 99");
        Assert.Equal(StoreTrouble.TooNew, Assert.Throws<LedgerStoreException>(() => SqliteStore.Open(Ledger)).Trouble);
        Tamper("PRAGMA user_version = 1; PRAGMA application_id = 7");
        Assert.Equal(StoreTrouble.NotThisLedger, Assert.Throws<LedgerStoreException>(() => SqliteStore.Open(Ledger)).Trouble);
    }

    [Fact]
    public void A_log_that_ends_anywhere_gives_the_beginning_of_the_history()
    {
        var (file, wal, sizes) = Interrupted();
        var seen = new HashSet<long>();
        for (var length = 0; length <= wal.Length; length += 509)
            seen.Add(Survives(file, wal[..length], sizes));
        seen.Add(Survives(file, wal, sizes));
        Assert.Equal(sizes.Order(), seen.Order());
    }

    [Fact]
    public void A_page_of_the_log_that_was_torn_lost_or_written_out_of_order_ends_the_history_before_it()
    {
        var (file, wal, sizes) = Interrupted();
        const int header = 32, frame = 24 + 4096;
        var frames = (wal.Length - header) / frame;
        for (var i = 0; i < frames; i++)
        {
            var lost = wal.ToArray();
            lost.AsSpan(header + (i * frame), frame).Clear();
            var torn = wal.ToArray();
            torn.AsSpan(header + (i * frame) + 512, 2048).Clear();
            var swapped = wal.ToArray();
            wal.AsSpan(header + ((i + 1) % frames * frame), frame).CopyTo(swapped.AsSpan(header + (i * frame)));
            var flipped = wal.ToArray();
            flipped[header + (i * frame) + (i * 131 % frame)] ^= 4;
            foreach (var bad in (byte[][])[lost, torn, swapped, flipped])
                Survives(file, bad, sizes);
        }
    }

    // A ledger as it stands on the disk when the machine stops: the file, the log beside it, and the sizes between which it stood.
    private (byte[] File, byte[] Wal, List<long> Sizes) Interrupted()
    {
        using var store = SqliteStore.Create(Ledger, SmallLedger.Federation);
        using var log = new ActLog(store, new SteppingClock());
        SmallLedger.Record(log, SmallLedger.Act("in the file"));
        store.EraseSeal(0);
        store.Persons.Put("p", "x"u8);
        store.Persons.Erase("p");
        var sizes = new List<long> { log.Head.Size };
        for (var i = 0; i < 8; i++)
        {
            Assert.IsType<RecordOutcome.Recorded>(log.Record([.. Enumerable.Range(0, 1 + (i * 7)).Select(n => new ActDraft(SmallLedger.Act($"batch {i} act {n}")))]));
            sizes.Add(log.Head.Size);
        }

        return (Bytes(Ledger), Bytes(Ledger + "-wal"), sizes);
    }

    private long Survives(byte[] file, byte[] wal, List<long> sizes)
    {
        var path = _folder.File("copy.foedus");
        foreach (var left in (string[])["", "-wal", "-shm"])
            File.Delete(path + left);
        File.WriteAllBytes(path, file);
        File.WriteAllBytes(path + "-wal", wal);
        using var store = SqliteStore.Open(path);
        var report = LedgerVerifier.Verify(store);
        Assert.Empty(report.Findings);
        Assert.Contains(report.Size, sizes);
        using var log = new ActLog(store, new SteppingClock { Start = Instant.FromUtc(2030, 1, 1, 0, 0) });
        SmallLedger.Record(log, SmallLedger.Act("and on it goes"));
        Assert.Empty(LedgerVerifier.Verify(store).Findings);
        return report.Size;
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private void Tamper(string statements)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
