using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Foedus.Ledger.Records;
using NodaTime;

namespace Foedus.Ledger.Tests.Records;

public class EntryTests
{
    private static readonly FederationId Federation = FederationId.Of("league-of-choirs");
    private static readonly Instant Recorded = Instant.FromUtc(2026, 3, 4, 5, 6, 7).PlusNanoseconds(123_456_000);
    private static readonly ActRecord Plain = new(new LocalDate(2024, 5, 4), "elects", "act 9 2024-05-04 Assembly elects Ada-Lloyd as Chair");

    private static readonly ActRecord Full = new(new LocalDate(-44, 3, 15), "ledger.note", "act 1 -0044-03-15 Ünïon récords \"väl\"\n  note \"ד\"\n\tx")
    {
        Key = "client-7:000001?",
        Ruling = RecordedRuling.Undetermined,
        IsAttempt = true,
        Assumptions = ["Counsel", "Sécretary"],
        Corrects = 3,
        Attachments = [Digest.Of("minutes"u8), Digest.Of("letter"u8)],
    };

    public static TheoryData<ActRecord> Acts => [Plain, Full];

    [Theory, MemberData(nameof(Acts))]
    public void An_open_entry_reads_back_as_it_was_written(ActRecord act)
    {
        var bytes = EntryEncoder.Open(Federation, 4, Recorded, EntryEncoder.Payload(act));
        Assert.True(EntryDecoder.TryRead(bytes, out var entry, out var problem), problem);
        Assert.Equal(new LedgerEntry(Federation, 4, Recorded, Visibility.Public, act, null), entry);
        Assert.Equal(bytes, EntryEncoder.Open(entry.Federation, entry.Position, entry.RecordedAt, EntryEncoder.Payload(entry.Act!)));
    }

    [Fact]
    public void A_sealed_entry_holds_the_commitment_and_no_word_of_the_act()
    {
        byte[] salt = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
        var payload = EntryEncoder.Payload(Plain);
        var bytes = EntryEncoder.Sealed(Federation, 4, Recorded, Visibility.Secret, EntryEncoder.Commit(salt, payload));
        Assert.True(EntryDecoder.TryRead(bytes, out var entry, out _));
        Assert.Null(entry.Act);
        Assert.Equal(Visibility.Secret, entry.Visibility);
        Assert.Equal(Digest.Of([.. salt, .. payload]), entry.Commitment);
        Assert.DoesNotContain("Ada", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("elects", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.NotEqual(EntryEncoder.Commit(salt, payload), EntryEncoder.Commit([.. salt.Reverse()], payload));
    }

    [Theory, MemberData(nameof(Acts))]
    public void Every_changed_byte_gives_another_entry_or_none(ActRecord act)
    {
        var bytes = EntryEncoder.Open(Federation, 4, Recorded, EntryEncoder.Payload(act));
        EntryDecoder.TryRead(bytes, out var original, out _);
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var bit in (byte[])[1, 2, 4, 8, 16, 32, 64, 128])
            {
                bytes[i] ^= bit;
                if (EntryDecoder.TryRead(bytes, out var entry, out var problem))
                {
                    Assert.NotEqual(original, entry);
                    Assert.Equal(bytes, EntryEncoder.Open(entry.Federation, entry.Position, entry.RecordedAt, EntryEncoder.Payload(entry.Act!)));
                }
                else
                {
                    Assert.NotEmpty(problem);
                }

                bytes[i] ^= bit;
            }
        }
    }

    [Theory, MemberData(nameof(Acts))]
    public void Every_shortened_or_lengthened_entry_is_refused(ActRecord act)
    {
        var bytes = EntryEncoder.Open(Federation, 4, Recorded, EntryEncoder.Payload(act));
        for (var length = 0; length < bytes.Length; length++)
            Assert.False(EntryDecoder.TryRead(bytes.AsSpan(0, length), out _, out _));
        Assert.False(EntryDecoder.TryRead([.. bytes, 0], out _, out _));
    }

    [Fact]
    public void Bytes_of_chance_are_never_an_exception() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            EntryDecoder.TryRead([.. EntryEncoder.Magic, .. bytes], out _, out _);
            EntryDecoder.TryReadPayload(bytes, 3, out _, out _);
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_may_be_recorded_reads_back() =>
        Prop.ForAll<NonNull<string>, int, NonNull<byte[]>>((text, day, digests) =>
        {
            var words = new string([.. text.Get.Where(c => c >= ' ' && c != '\u007f' && !char.IsSurrogate(c))]);
            var act = new ActRecord(new LocalDate(2000, 1, 1).PlusDays(day % 100_000), "records", "w" + words)
            {
                Attachments = [.. digests.Get.Select(b => Digest.Of([b]))],
                Assumptions = digests.Get.Length > 2 ? ["A", "B"] : [],
            };
            return ActRecordRules.Problem(act) is null && EntryDecoder.TryReadPayload(EntryEncoder.Payload(act), 9, out var read, out _) && read == act;
        }).QuickCheckThrowOnFailure();

    public static TheoryData<string, ActRecord> Unfit => new()
    {
        { "no kind of act", Plain with { Kind = "" } },
        { "no kind of act", Plain with { Kind = "Elects" } },
        { "no words", Plain with { Text = "" } },
        { "empty line", Plain with { Text = "a\n" } },
        { "U+000D", Plain with { Text = "a\r\nb" } },
        { "U+0000", Plain with { Text = "a\0b" } },
        { "Unicode", Plain with { Text = "a\ud800b" } },
        { "idempotency key", Plain with { Key = "" } },
        { "idempotency key", Plain with { Key = "two words" } },
        { "idempotency key", Plain with { Key = new string('k', 65) } },
        { "idempotency key", Plain with { Key = "clé" } },
        { "assumption", Plain with { Assumptions = [""] } },
        { "corrects entry 9", Plain with { Corrects = 9 } },
        { "corrects entry -1", Plain with { Corrects = -1 } },
        { "ruling", Plain with { Ruling = (RecordedRuling)7 } },
        { "attachments", Plain with { Attachments = [.. Enumerable.Repeat(Digest.Of([]), 2048)] } },
    };

    [Theory, MemberData(nameof(Unfit))]
    public void What_cannot_be_recorded_is_told(string words, ActRecord act) => Assert.Contains(words, ActRecordRules.Problem(act, 9), StringComparison.Ordinal);

    [Fact]
    public void Instants_are_kept_to_the_microsecond_before_and_after_1970()
    {
        foreach (var instant in (Instant[])[Instant.FromUnixTimeTicks(-1), Instant.FromUnixTimeTicks(19), Instant.FromUtc(1922, 12, 30, 0, 0)])
        {
            var bytes = EntryEncoder.Open(Federation, 0, instant, EntryEncoder.Payload(Plain));
            Assert.True(EntryDecoder.TryRead(bytes, out var entry, out _));
            var lost = instant - entry.RecordedAt;
            Assert.True(lost >= Duration.Zero && lost < Duration.FromTicks(10));
        }
    }

    [Theory]
    [InlineData("League of Choirs", "league-of-choirs")]
    [InlineData("  Union's  (1922) ", "unions-1922")]
    [InlineData("Союз", "federation")]
    public void A_title_gives_a_name(string title, string name) => Assert.Equal(name, FederationId.FromTitle(title).Text);

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a.")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a+b")]
    public void What_is_no_name_is_refused(string text) => Assert.False(FederationId.TryParse(text, out _));
}
