using Foedus.Ledger.Records;
using Foedus.Ledger.Signing;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Memory;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Tests.Log;
using Foedus.Ledger.Trees;
using Foedus.Ledger.Verifying;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Foedus.Ledger.Tests.Verifying;

/// <summary>Somebody who can write the file tries to have it otherwise: each attempt is caught and named.</summary>
public sealed class HostileRecordTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _checkpoint;

    public HostileRecordTests()
    {
        using var store = SqliteStore.Create(Ledger, SmallLedger.Federation);
        _checkpoint = SmallLedger.Fill(store);
    }

    private string Ledger => _folder.File("ledger.foedus");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_untouched_ledger_holds_and_its_account_is_right()
    {
        var report = Verify(_checkpoint);
        Assert.Empty(report.Findings);
        Assert.Equal((6, 6, 6), (report.Size, report.Holding, report.Signed));
        Assert.Equal((3, 2, 0, 1), (report.Checkpoints, report.Sealed, report.Withheld, report.Attachments));
        Assert.Equal(SmallLedger.Key.Verifier, report.Keys.Current);
        Assert.Empty(report.Absent);
    }

    [Theory]
    [InlineData("UPDATE entry SET leaf = leaf", "never changed")]
    [InlineData("DELETE FROM entry WHERE position = 5", "never removed")]
    public void The_file_itself_refuses_to_change_or_remove_an_entry(string statement, string words)
    {
        var refused = Assert.Throws<SqliteException>(() => Tamper(statement, keepTriggers: true));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_swapped_act_is_named()
    {
        Tamper("UPDATE entry SET bytes = (SELECT bytes FROM entry WHERE position = 5) WHERE position = 1");
        Named(VerificationFault.Changed, 1, holding: 1, "entry 1 is not the one that was appended");
    }

    [Fact]
    public void Two_acts_that_changed_places_with_their_hashes_are_named()
    {
        Tamper("UPDATE entry SET position = 99 WHERE position = 1; UPDATE entry SET position = 1 WHERE position = 5; UPDATE entry SET position = 5 WHERE position = 99");
        Named(VerificationFault.Order, 1, holding: 1, "entry 1 was appended as entry 5");
    }

    [Fact]
    public void An_act_removed_from_the_middle_is_named()
    {
        Tamper("DELETE FROM entry WHERE position = 3");
        Named(VerificationFault.Order, 3, holding: 3, "entry 3 is missing");
    }

    [Fact]
    public void Acts_removed_from_the_middle_and_renumbered_are_named()
    {
        Tamper("DELETE FROM entry WHERE position = 3; UPDATE entry SET position = position - 1 WHERE position > 3; DELETE FROM seal WHERE position = 3");
        Named(VerificationFault.Order, 3, holding: 3, "entry 3 was appended as entry 4");
    }

    [Fact]
    public void Acts_removed_from_the_end_are_named()
    {
        Tamper("DELETE FROM entry WHERE position = 5");
        Named(VerificationFault.Head, 5, holding: 5, "should have 6 entries, and has 5");
    }

    [Fact]
    public void Acts_removed_from_the_end_without_a_trace_are_named_by_a_checkpoint_kept_elsewhere()
    {
        var shorter = Rewritten(entries => entries[..5]);
        Assert.Empty(LedgerVerifier.Verify(shorter).Findings);
        var finding = Assert.Single(LedgerVerifier.Verify(shorter, [_checkpoint]).Findings);
        Assert.Equal(VerificationFault.Shortened, finding.Fault);
        Assert.Contains("tells of 6 entries, and there are 5", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_back_dated_act_is_named()
    {
        using var store = SqliteStore.Open(Ledger);
        var early = EntryEncoder.Open(SmallLedger.Federation, 6, Instant.FromUtc(2025, 12, 31, 0, 0), EntryEncoder.Payload(SmallLedger.Act("as if it had been done last year")));
        var tree = ActLog.EdgeOf(store);
        tree.Add(MerkleHash.Leaf(early));
        Assert.IsType<AppendOutcome.Appended>(store.Append(new AppendBatch(6, [new NewEntry(early, MerkleHash.Leaf(early), default)], [], tree.Root())));
        var report = LedgerVerifier.Verify(store, [_checkpoint]);
        var finding = Assert.Single(report.Findings);
        Assert.Equal((VerificationFault.BackDated, 6L, 6L), (finding.Fault, finding.Position!.Value, report.Holding));
    }

    [Fact]
    public void A_history_written_anew_agrees_with_itself_and_not_with_a_checkpoint_kept_elsewhere()
    {
        var other = Rewritten(entries => [.. entries[..4], SmallLedger.Act("Board never withdrew"), entries[5]]);
        Assert.Empty(LedgerVerifier.Verify(other).Findings);
        var finding = Assert.Single(LedgerVerifier.Verify(other, [_checkpoint]).Findings);
        Assert.Equal(VerificationFault.OtherHistory, finding.Fault);
        Assert.Contains("another history", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_histories_of_one_key_are_shown_by_their_checkpoints()
    {
        var other = Rewritten(entries => [.. entries[..5], SmallLedger.Act("another end")]);
        var log = new ActLog(other, new SteppingClock());
        var theirs = SmallLedger.Checkpoint(log, SmallLedger.Key);
        Assert.Equal(VerificationFault.OtherHistory, Assert.Single(Verify(theirs).Findings).Fault);
        var shown = Equivocation.Of(_checkpoint, theirs, SmallLedger.Key.Verifier);
        Assert.Equal(EquivocationVerdict.TwoHistories, shown);
        Assert.Equal(EquivocationVerdict.Agree, Equivocation.Of(_checkpoint, _checkpoint, SmallLedger.Key.Verifier));
        Assert.Equal(EquivocationVerdict.NotSigned, Equivocation.Of(_checkpoint, theirs, SmallLedger.NextKey.Verifier));
        using var store = SqliteStore.Open(Ledger);
        var first = store.Checkpoints.All().First();
        Assert.Equal(EquivocationVerdict.NeedsProof, Equivocation.Of(first.Note, theirs, SmallLedger.Key.Verifier));
        Assert.Equal(EquivocationVerdict.Agree, Equivocation.Of(first.Note, theirs, SmallLedger.Key.Verifier, log.Consistency(2, 6)));
        Assert.Equal(EquivocationVerdict.TwoHistories, Equivocation.Of(first.Note, theirs, SmallLedger.Key.Verifier, [.. log.Consistency(2, 6).Reverse()]));
    }

    [Fact]
    public void A_forged_checkpoint_is_named()
    {
        Named(VerificationFault.Forged, null, 6, "is not signed by the ledger's key", _checkpoint.Replace("\n6\n", "\n5\n", StringComparison.Ordinal));
        Named(VerificationFault.Forged, null, 6, "is not signed by the ledger's key", new Checkpoint("small", 6, Digest.Of([])).Sign(SmallLedger.NextKey).ToString());
        Named(VerificationFault.Forged, null, 6, "is of large", new Checkpoint("large", 6, Digest.Of([])).Sign(SmallLedger.Key).ToString());
        Named(VerificationFault.Forged, null, 6, "is no checkpoint", "words");
    }

    [Fact]
    public void A_forged_checkpoint_inside_the_ledger_is_named()
    {
        using (var store = SqliteStore.Open(Ledger))
            store.Checkpoints.Put(3, new Checkpoint("small", 3, Digest.Of([])).Sign(SmallLedger.NextKey).ToString());
        Named(VerificationFault.Forged, null, 6, "a checkpoint in the ledger of 3 entries is not signed");
    }

    [Fact]
    public void Keys_change_by_an_entry_that_the_old_key_signed_and_by_no_other()
    {
        using var store = SqliteStore.Open(Ledger);
        using var log = new ActLog(store, new SteppingClock { Start = Instant.FromUtc(2026, 2, 1, 0, 0) });
        SmallLedger.Record(log, new KeyStatement("small", SmallLedger.NextKey.Verifier).ToAct(SmallLedger.Day, SmallLedger.Key));
        var after = SmallLedger.Checkpoint(log, SmallLedger.NextKey);
        var report = LedgerVerifier.Verify(store, [after, _checkpoint]);
        Assert.Empty(report.Findings);
        Assert.Equal([SmallLedger.Key.Verifier, SmallLedger.NextKey.Verifier], report.Keys.Keys.Select(k => k.Key));
        store.Checkpoints.Put(7, new Checkpoint("small", 7, log.Head.Root).Sign(SmallLedger.Key).ToString());
        Assert.Equal(VerificationFault.Forged, Assert.Single(LedgerVerifier.Verify(store).Findings).Fault);
        SmallLedger.Record(log, new KeyStatement("small", SmallLedger.Key.Verifier).ToAct(SmallLedger.Day, SmallLedger.Key));
        var stolen = LedgerVerifier.Verify(store).Findings[0];
        Assert.Equal((VerificationFault.SigningKey, 7L), (stolen.Fault, stolen.Position));
    }

    [Fact]
    public void A_ledger_with_another_first_key_than_the_reader_trusts_is_named()
    {
        using var store = SqliteStore.Open(Ledger);
        Assert.Empty(LedgerVerifier.Verify(store, trusted: SmallLedger.Key.Verifier).Findings);
        Assert.Equal((VerificationFault.SigningKey, 0L), Pair(LedgerVerifier.Verify(store, trusted: SmallLedger.NextKey.Verifier).Findings[0]));
    }

    [Theory]
    [InlineData("UPDATE seal SET payload = (SELECT payload FROM seal WHERE position = 2) WHERE position = 3", VerificationFault.Seal, 3)]
    [InlineData("UPDATE seal SET salt = zeroblob(32) WHERE position = 2", VerificationFault.Seal, 2)]
    [InlineData("INSERT INTO seal VALUES (1, zeroblob(32), x'00')", VerificationFault.Seal, 1)]
    [InlineData("INSERT INTO seal VALUES (77, zeroblob(32), x'00')", VerificationFault.Seal, null)]
    [InlineData("UPDATE idempotency SET position = 4 WHERE key = 'client-1'", VerificationFault.KeyIndex, 2)]
    [InlineData("DELETE FROM idempotency WHERE key = 'client-2'", VerificationFault.KeyIndex, 4)]
    [InlineData("INSERT INTO idempotency VALUES ('x', 1)", VerificationFault.KeyIndex, null)]
    [InlineData("UPDATE ledger SET size = 5", VerificationFault.Head, 5)]
    [InlineData("UPDATE ledger SET root = zeroblob(32)", VerificationFault.Head, null)]
    [InlineData("UPDATE ledger SET federation = 'large'", VerificationFault.OtherFederation, 0)]
    [InlineData("UPDATE attachment_part SET bytes = x'00'", VerificationFault.Attachment, null)]
    [InlineData("DELETE FROM attachment_part", VerificationFault.Attachment, null)]
    [InlineData("UPDATE snapshot SET size = 5", VerificationFault.Snapshot, null)]
    [InlineData("UPDATE snapshot SET content = zeroblob(9)", VerificationFault.Snapshot, null)]
    [InlineData("UPDATE person SET data = 'Somebody else'", VerificationFault.Person, null)]
    public void Whatever_is_changed_in_the_file_is_named(string statement, VerificationFault fault, int? position)
    {
        Tamper(statement);
        var report = Verify();
        Assert.Contains(report.Findings, f => f.Fault == fault && f.Position == position);
    }

    [Fact]
    public void A_changed_tile_is_named()
    {
        using (var log = new ActLog(SqliteStore.Open(Ledger), new SteppingClock { Start = Instant.FromUtc(2026, 2, 1, 0, 0) }))
            Assert.IsType<RecordOutcome.Recorded>(log.Record([.. Enumerable.Range(0, 600).Select(i => new ActDraft(SmallLedger.Act($"more {i}")))]));
        Assert.Empty(Verify().Findings);
        Tamper("UPDATE tile SET hashes = (SELECT hashes FROM tile WHERE place = 0) WHERE place = 1");
        Assert.Equal((VerificationFault.Tile, null), Pair(Assert.Single(Verify().Findings)));
        Tamper("DELETE FROM tile WHERE place = 1");
        Assert.Equal((VerificationFault.Tile, null), Pair(Assert.Single(Verify().Findings)));
    }

    [Fact]
    public void What_was_erased_is_in_no_file_any_more_and_the_history_holds()
    {
        using (var store = SqliteStore.Open(Ledger))
        {
            Assert.True(store.Persons.Erase("p-1"));
            Assert.True(store.EraseSeal(2));
            Assert.True(store.Attachments.Erase(Digest.Of("minutes of the founding"u8)));
            foreach (var file in Directory.GetFiles(_folder.Path))
            {
                var bytes = Bytes(file);
                Assert.Equal(-1, bytes.AsSpan().IndexOf("Chapel Row"u8));
                Assert.Equal(-1, bytes.AsSpan().IndexOf("settles the dispute"u8));
                Assert.Equal(-1, bytes.AsSpan().IndexOf("minutes of the founding"u8));
            }
        }

        var report = Verify(_checkpoint);
        Assert.Empty(report.Findings);
        Assert.Equal((1, 6), (report.Withheld, report.Holding));
        Assert.Equal([Digest.Of("minutes of the founding"u8)], report.Absent);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static (VerificationFault, long?) Pair(VerificationFinding finding) => (finding.Fault, finding.Position);

    private VerificationReport Verify(params string[] notes)
    {
        using var store = SqliteStore.Open(Ledger);
        return LedgerVerifier.Verify(store, notes);
    }

    private void Named(VerificationFault fault, long? position, long holding, string words, params string[] notes)
    {
        var report = Verify(notes);
        Assert.Equal((fault, position), Pair(report.Findings[0]));
        Assert.Contains(words, report.Findings[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(holding, report.Holding);
    }

    private void Tamper(string statements, bool keepTriggers = false)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = (keepTriggers ? "" : "DROP TRIGGER IF EXISTS entry_is_not_changed; DROP TRIGGER IF EXISTS entry_is_not_removed; ") + statements;
        command.ExecuteNonQuery();
    }

    // The ledger written anew from its acts by somebody who has the program, and the clock of his choice.
    private MemoryStore Rewritten(Func<List<ActRecord>, List<ActRecord>> change)
    {
        using var store = SqliteStore.Open(Ledger);
        var acts = new List<ActRecord>();
        foreach (var stored in store.Read(0))
        {
            Assert.True(EntryDecoder.TryRead(stored.Bytes, out var entry, out _));
            ActRecord? sealedAct = null;
            Assert.True(entry.Act is not null || EntryDecoder.TryReadPayload(stored.Seal!.Payload, stored.Position, out sealedAct, out _));
            acts.Add(entry.Act ?? sealedAct!);
        }

        var other = new MemoryStore(SmallLedger.Federation);
        using var log = new ActLog(other, new SteppingClock());
        foreach (var act in change(acts))
            SmallLedger.Record(log, act);
        return other;
    }
}
