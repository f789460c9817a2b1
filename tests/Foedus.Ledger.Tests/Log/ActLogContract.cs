using System.Text;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Tests.Stores;
using Foedus.Ledger.Trees;
using Foedus.Ledger.Verifying;
using NodaTime;

namespace Foedus.Ledger.Tests.Log;

/// <summary>What the log does over every store.</summary>
public abstract class ActLogContract(StoreFactory factory) : IDisposable
{
    private readonly SteppingClock _clock = new();

    public void Dispose()
    {
        factory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Acts_are_recorded_in_order_with_the_time_and_read_back()
    {
        var log = Open();
        var outcome = Assert.IsType<RecordOutcome.Recorded>(log.Record([Draft("first"), Draft("second")]));
        Assert.Equal([new RecordedAct(0, false), new RecordedAct(1, false)], outcome.Acts);
        Assert.Equal(2, outcome.Size);
        var entries = Entries(log);
        Assert.Equal(["first", "second"], entries.Select(e => e.Act!.Text));
        Assert.True(entries[0].RecordedAt < entries[1].RecordedAt);
        Verified(log);
    }

    [Fact]
    public void An_expected_position_that_is_not_the_present_one_is_a_conflict()
    {
        var log = Open();
        log.Record(Draft("a"));
        Assert.Equal(new RecordOutcome.Conflict(0, 1), log.Record(Draft("b"), expected: 0));
        Assert.Equal(new RecordOutcome.Conflict(7, 1), log.Record(Draft("b"), expected: 7));
        Assert.IsType<RecordOutcome.Recorded>(log.Record(Draft("b"), expected: 1));
        Assert.Equal(2, log.Head.Size);
    }

    [Fact]
    public void Two_logs_over_one_store_go_on_behind_each_other()
    {
        var (one, other) = (Open(), Open());
        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<RecordOutcome.Recorded>(one.Record(Draft($"one {i}")));
            Assert.IsType<RecordOutcome.Recorded>(other.Record(Draft($"other {i}")));
        }

        Assert.Equal(10, one.Refresh().Size);
        Assert.Equal(one.Head, other.Refresh());
        Assert.Equal(new RecordOutcome.Conflict(9, 10), one.Record(Draft("late"), expected: 9));
        Verified(one);
    }

    [Fact]
    public void What_is_expected_may_be_what_others_have_written_meanwhile()
    {
        var (one, other) = (Open(), Open());
        one.Record(Draft("a"));
        Assert.IsType<RecordOutcome.Recorded>(other.Record(Draft("b"), expected: 1));
    }

    [Fact]
    public void An_act_sent_twice_under_one_key_is_recorded_once()
    {
        var log = Open();
        var draft = Draft("paid once", key: "k1");
        log.Record(Draft("before"));
        log.Record(draft, expected: 1);
        var again = Assert.IsType<RecordOutcome.Recorded>(log.Record(draft, expected: 1));
        Assert.Equal([new RecordedAct(1, true)], again.Acts);
        Assert.Equal(2, log.Head.Size);
        Assert.Equal([new RecordedAct(1, true)], Assert.IsType<RecordOutcome.Recorded>(Open().Record(draft)).Acts);
        Assert.Equal(new RecordOutcome.KeyTaken(0, "k1", 1), log.Record(Draft("paid twice", key: "k1")));
        Assert.Equal(new RecordOutcome.KeyTaken(0, "k1", 1), log.Record(draft with { Visibility = Visibility.Secret }));
        Assert.IsType<RecordOutcome.KeyTaken>(log.Record([Draft("x", key: "k2"), Draft("y", key: "k2")]));
        Assert.Equal(2, log.Head.Size);
        Verified(log);
    }

    [Fact]
    public void One_unfit_act_keeps_the_whole_batch_out()
    {
        var log = Open();
        var unfit = Assert.IsType<RecordOutcome.Unfit>(log.Record([Draft("good"), Draft("bad\r")]));
        Assert.Equal(1, unfit.Draft);
        Assert.Contains("U+000D", unfit.Reason, StringComparison.Ordinal);
        Assert.Contains("attachments", Assert.IsType<RecordOutcome.Unfit>(log.Record(Draft(new string('x', 66_000)))).Reason, StringComparison.Ordinal);
        Assert.Equal(0, log.Head.Size);
        Assert.IsType<RecordOutcome.Recorded>(log.Record(Draft(new string('x', 66_000)) with { Visibility = Visibility.Internal }));
    }

    [Fact]
    public void A_correction_names_an_earlier_act()
    {
        var log = Open();
        Assert.IsType<RecordOutcome.Unfit>(log.Record(new ActDraft(Draft("x").Act with { Corrects = 0 })));
        log.Record(Draft("wrong"));
        log.Record(new ActDraft(Draft("right").Act with { Corrects = 0 }));
        Assert.Equal(0, Entries(log)[1].Act!.Corrects);
        Assert.Equal("wrong", Entries(log)[0].Act!.Text);
    }

    [Fact]
    public void Time_in_the_log_does_not_go_back_when_the_clock_does()
    {
        var log = Open();
        log.Record(Draft("now"));
        _clock.Start -= Duration.FromDays(400);
        log.Record(Draft("then"));
        Open().Record(Draft("and another process"));
        var entries = Entries(log);
        Assert.Equal(entries[0].RecordedAt, entries[1].RecordedAt);
        Assert.Equal(entries[0].RecordedAt, entries[2].RecordedAt);
        Verified(log);
    }

    [Fact]
    public void What_is_not_public_is_sealed_and_can_be_erased_and_the_history_still_holds()
    {
        var log = Open();
        log.Record([Draft("open"), Draft("of members", Visibility.Internal), Draft("of nobody else", Visibility.Secret)]);
        var entries = log.Store.Read(0).ToList();
        Assert.All(entries.Skip(1), e => Assert.DoesNotContain("of ", Encoding.UTF8.GetString(e.Bytes), StringComparison.Ordinal));
        Assert.NotEqual(entries[1].Seal!.Salt, entries[2].Seal!.Salt);
        Assert.Equal((2, 0), (Verified(log).Sealed, Verified(log).Withheld));
        Assert.True(log.Store.EraseSeal(2));
        Assert.Equal((2, 1), (Verified(log).Sealed, Verified(log).Withheld));
    }

    [Fact]
    public void Proofs_hold_across_tiles_and_for_every_opening()
    {
        var log = Open();
        log.Record([.. Enumerable.Range(0, 200).Select(i => Draft($"a {i}"))]);
        var early = log.Head;
        log.Record([.. Enumerable.Range(0, 400).Select(i => Draft($"b {i}"))]);
        var reopened = Open();
        Assert.Equal(log.Head, reopened.Head);
        Assert.Equal(early.Root, reopened.RootAt(200));
        Assert.True(MerkleProof.Extends(200, early.Root, 600, log.Head.Root, reopened.Consistency(200, 600)));
        var entry = reopened.Store.Read(256).First();
        Assert.True(MerkleProof.Includes(MerkleHash.Leaf(entry.Bytes), 256, 600, reopened.Inclusion(256, 600), log.Head.Root));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Inclusion(600, 600));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Inclusion(0, 601));
        Verified(log);
    }

    [Fact]
    public void Sixteen_writers_of_one_log_lose_nothing_and_double_nothing()
    {
        const int writers = 16, each = 40;
        var log = Open();
        var positions = new long[writers * each];
        Parallel.For(0, writers, new ParallelOptions { MaxDegreeOfParallelism = writers }, w =>
        {
            for (var i = 0; i < each; i++)
                positions[(w * each) + i] = Assert.IsType<RecordOutcome.Recorded>(log.Record(Draft($"{w}/{i}", key: $"{w}/{i}"))).Acts[0].Position;
        });
        Assert.Equal(Enumerable.Range(0, writers * each).Select(i => (long)i), positions.Order());
        var texts = Entries(log).Select(e => e.Act!.Text).ToList();
        for (var w = 0; w < writers; w++)
        {
            for (var i = 0; i < each; i++)
                Assert.Equal($"{w}/{i}", texts[(int)positions[(w * each) + i]]);
        }

        Verified(log);
    }

    [Fact]
    public void Sixteen_logs_over_one_store_lose_nothing_and_double_nothing()
    {
        const int writers = 16, each = 6;
        Open();
        Parallel.For(0, writers, new ParallelOptions { MaxDegreeOfParallelism = writers }, w =>
        {
            var log = Open();
            for (var i = 0; i < each; i++)
                Assert.IsType<RecordOutcome.Recorded>(log.Record(Draft($"{w}/{i}", key: $"{w}/{i}")));
        });
        var all = Open();
        Assert.Equal(writers * each, Entries(all).Select(e => e.Act!.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(writers * each, all.Head.Size);
        Verified(all);
    }

    private ActLog Open() => new(factory.Open(), _clock);

    private static ActDraft Draft(string text, Visibility visibility = Visibility.Public, string? key = null) =>
        new(new ActRecord(new LocalDate(2026, 1, 1), "records", text) { Key = key }, visibility);

    private static List<LedgerEntry> Entries(ActLog log) =>
        [.. log.Store.Read(0).Select(e => EntryDecoder.TryRead(e.Bytes, out var entry, out var problem) ? entry : throw new InvalidDataException(problem))];

    private static VerificationReport Verified(ActLog log)
    {
        var report = LedgerVerifier.Verify(log.Store);
        Assert.Empty(report.Findings);
        Assert.Equal(log.Refresh(), new StoreHead(report.Holding, report.Root));
        return report;
    }
}

public class MemoryActLogTests() : ActLogContract(new MemoryStoreFactory());

public class SqliteActLogTests() : ActLogContract(new SqliteStoreFactory());
