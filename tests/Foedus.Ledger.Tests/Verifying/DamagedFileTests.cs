using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Trees;
using Foedus.Ledger.Verifying;

namespace Foedus.Ledger.Tests.Verifying;

/// <summary>A small ledger's file is damaged at every byte: the damage is named, or it changes nothing; what stands before it is still given.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly byte[] _good;
    private readonly string _content;
    private readonly Digest[] _roots;

    public DamagedFileTests()
    {
        var path = _folder.File("good.foedus");
        using (var store = SqliteStore.Create(path, SmallLedger.Federation, 512))
            SmallLedger.Fill(store);
        _good = File.ReadAllBytes(path);
        using var good = SqliteStore.Open(path);
        _content = Everything(good);
        var tree = new GrowingTree();
        _roots = [MerkleHash.Empty, .. good.Read(0).Select(e => { tree.Add(e.Leaf); return tree.Root(); })];
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_undamaged_file_holds() => Assert.Equal("holds", Judge(_good, "whole"));

    [Fact]
    public void A_changed_byte_anywhere_is_named_or_changes_nothing()
    {
        var verdicts = Every(_good.Length, (at, name) =>
        {
            var bad = _good.ToArray();
            bad[at] ^= (byte)(1 << (at % 8));
            return Judge(bad, name);
        });
        Assert.DoesNotContain(verdicts, v => v.Verdict is not ("named" or "holds"));
        // Most bytes of so small a file are unused space of pages; of the others every change is seen.
        Assert.True(verdicts.Count(v => v.Verdict == "named") > 3_500, $"only {verdicts.Count(v => v.Verdict == "named")} changes were seen");
    }

    [Fact]
    public void A_file_that_ends_early_is_named()
    {
        var verdicts = Every(_good.Length / 64, (at, name) => Judge(_good[..(at * 64)], name));
        Assert.DoesNotContain(verdicts, v => v.Verdict is not ("named" or "holds"));
        // Only the unused end of the last page can be missing without a trace.
        Assert.All(verdicts.Where(v => v.Verdict == "holds"), v => Assert.True(v.At * 64 > _good.Length - 512));
    }

    [Fact]
    public void Of_a_file_that_ends_early_what_is_left_still_holds()
    {
        var path = _folder.File("long.foedus");
        const int Entries = 400;
        using (var store = SqliteStore.Create(path, SmallLedger.Federation))
        {
            var log = new ActLog(store, new Log.SteppingClock());
            for (var i = 0; i < Entries; i++)
                SmallLedger.Record(log, SmallLedger.Act("Board notes matter " + i.ToString(CultureInfo.InvariantCulture)));
        }

        var whole = File.ReadAllBytes(path);
        var cut = _folder.File("cut.foedus");
        var saved = 0L;
        foreach (var twentieths in Enumerable.Range(1, 19))
        {
            File.WriteAllBytes(cut, whole[..(whole.Length * twentieths / 20)]);
            try
            {
                using var store = SqliteStore.OpenDamaged(cut);
                var report = LedgerVerifier.Verify(store);
                Assert.False(report.Holds);
                Assert.Contains(report.Findings, f => f.Sentence.Contains("ends before its last page", StringComparison.Ordinal));
                using var good = SqliteStore.Open(path, readOnly: true);
                Assert.Equal(report.Holding, good.Read(0, report.Holding).Zip(store.Read(0, report.Holding)).Count(p => p.First.Bytes.AsSpan().SequenceEqual(p.Second.Bytes)));
                saved = Math.Max(saved, report.Holding);
            }
            catch (LedgerStoreException failure)
            {
                Assert.Equal(StoreTrouble.Damaged, failure.Trouble);
            }
        }

        Assert.True(saved > Entries / 2, $"only {saved} of {Entries} entries were saved");
    }

    [Fact]
    public void A_page_that_was_never_written_is_named_or_changes_nothing()
    {
        var verdicts = Every(_good.Length / 512, (at, name) =>
        {
            var bad = _good.ToArray();
            bad.AsSpan(at * 512, 512).Clear();
            return Judge(bad, name);
        });
        Assert.DoesNotContain(verdicts, v => v.Verdict is not ("named" or "holds"));
        Assert.True(verdicts.Count(v => v.Verdict == "holds") < 3);
    }

    private static List<(int At, string Verdict)> Every(int count, Func<int, string, string> judge)
    {
        var verdicts = new string[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at => verdicts[at] = judge(at, Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture)));
        return [.. verdicts.Select((verdict, at) => (at, verdict))];
    }

    private string Judge(byte[] file, string name)
    {
        // A file that may be read alone is read as it is, with nothing made beside it.
        var path = _folder.File(name + ".foedus");
        File.WriteAllBytes(path, file);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        try
        {
            using var store = SqliteStore.Open(path, readOnly: true);
            var report = LedgerVerifier.Verify(store);
            if (report.Root != _roots[report.Holding])
                return "says that something holds which was never written";
            if (!report.Holds)
                return report.Findings.All(f => f.Sentence.Length > 10) ? "named" : "named without words";
            var content = Everything(store);
            return content == _content ? "holds" : "holds, and says something else";
        }
        catch (LedgerStoreException)
        {
            return "named";
        }
        finally
        {
            File.SetAttributes(path, FileAttributes.Normal);
            File.Delete(path);
        }
    }

    private static string Everything(ILedgerStore store)
    {
        var all = new StringBuilder(store.Federation.Text).Append(store.Head());
        foreach (var entry in store.Read(0))
            all.Append(Convert.ToHexString(entry.Bytes)).Append(entry.Leaf).Append(entry.Seal is { } seal ? Convert.ToHexString([.. seal.Salt, .. seal.Payload]) : "-");
        foreach (var key in store.Keys())
            all.Append(key);
        foreach (var checkpoint in store.Checkpoints.All())
            all.Append(checkpoint);
        foreach (var snapshot in store.Snapshots.All())
            all.Append(snapshot.Name).Append(snapshot.Size).Append(Convert.ToHexString(snapshot.Content));
        foreach (var id in store.Persons.All())
            all.Append(id).Append(Convert.ToHexString(store.Persons.Find(id)!));
        foreach (var attachment in store.Attachments.All())
        {
            using var content = store.Attachments.Open(attachment.Digest)!;
            all.Append(attachment).Append(Convert.ToHexString(SHA256.HashData(content)));
        }

        return all.ToString();
    }
}
