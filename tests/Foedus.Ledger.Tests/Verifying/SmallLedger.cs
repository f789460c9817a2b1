using Foedus.Ledger.Records;
using Foedus.Ledger.Signing;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Tests.Log;
using Foedus.Ledger.Trees;
using NodaTime;

namespace Foedus.Ledger.Tests.Verifying;

/// <summary>A small ledger that has something of everything: a key, public, internal and secret acts, keys, an attachment, a person, checkpoints, a snapshot.</summary>
public static class SmallLedger
{
    public static FederationId Federation { get; } = FederationId.Of("small");

    public static SigningKey Key { get; } = SigningKey.Of("small", [.. Enumerable.Repeat((byte)1, 32)]);

    public static SigningKey NextKey { get; } = SigningKey.Of("small", [.. Enumerable.Repeat((byte)2, 32)]);

    public static LocalDate Day { get; } = new(2026, 1, 2);

    /// <summary>Fills an empty store with six entries; gives its last checkpoint.</summary>
    public static string Fill(ILedgerStore store)
    {
        var log = new ActLog(store, new SteppingClock(), new CountingSalt());
        Assert.IsType<RecordOutcome.Recorded>(log.Record(new ActDraft(new KeyStatement("small", Key.Verifier).ToAct(Day, Key))));
        var minutes = store.Attachments.Put(new MemoryStream("minutes of the founding"u8.ToArray()));
        store.Persons.Put("p-1", "Ada Lloyd, Chapel Row 4"u8);
        Record(log, Act("Assembly elects p-1 as Chair") with { Attachments = [minutes], Ruling = RecordedRuling.Carried });
        Checkpoint(log, Key);
        Record(log, Act("Board settles the dispute") with { Key = "client-1" }, Visibility.Internal);
        Record(log, Act("Board hears p-1") with { Assumptions = ["Counsel"], Ruling = RecordedRuling.Undetermined }, Visibility.Secret);
        Record(log, Act("Board withdraws") with { Corrects = 1, IsAttempt = true, Key = "client-2" });
        Record(log, Act("last"));
        store.Snapshots.Put(TreeSnapshot.Of(ActLog.EdgeOf(store)));
        return Checkpoint(log, Key);
    }

    public static ActRecord Act(string text) => new(Day, "records", text);

    public static void Record(ActLog log, ActRecord act, Visibility visibility = Visibility.Public) =>
        Assert.IsType<RecordOutcome.Recorded>(log.Record(new ActDraft(act, visibility)));

    public static string Checkpoint(ActLog log, SigningKey key)
    {
        var note = new Checkpoint(log.Federation.Text, log.Head.Size, log.Head.Root).Sign(key).ToString();
        log.Store.Checkpoints.Put(log.Head.Size, note);
        return note;
    }

    private sealed class CountingSalt : ISaltSource
    {
        private byte _next;

        public void Fill(Span<byte> salt) => salt.Fill(++_next);
    }
}
