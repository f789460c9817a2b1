using System.Collections.Immutable;
using NodaTime;

namespace Foedus.Ledger.Records;

/// <summary>
/// What is recorded of an act: the payload of an entry. The ledger reads none of its words; it keeps them.
/// </summary>
/// <param name="EffectiveAt">The day on which it was done, or from which it counts; years -9998 to 9999.</param>
/// <param name="Kind">The kind of act, one word: the verb of the journal, or <c>ledger.key</c> for a change of key. 1 to 255 bytes of a to z, 0 to 9, <c>-</c> and <c>.</c>.</param>
/// <param name="Text">
/// The act as the journal has it, with its remarks on lines of their own: UTF-8, lines parted by LF, no other control character but the tabulator,
/// no empty line at its end. It is never changed, not even in its normalisation.
/// </param>
public sealed record ActRecord(LocalDate EffectiveAt, string Kind, string Text)
{
    /// <summary>The kind of the record that names a key for checkpoints.</summary>
    public const string KeyKind = "ledger.key";

    /// <summary>The most bytes of an encoded payload that is kept apart. What stands open must fit into an entry.</summary>
    public const int MostPayloadBytes = 1 << 20;

    /// <summary>
    /// A mark that a client gives to an act, 1 to 64 visible ASCII characters, so that the same act sent twice is recorded once; null if it gave none.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>How it was ruled at the time.</summary>
    public RecordedRuling Ruling { get; init; }

    /// <summary>True of what was tried and not done: it is kept as an attempt, and brings about nothing.</summary>
    public bool IsAttempt { get; init; }

    /// <summary>The names of the assumptions under which it was ruled, in the order in which they were given.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>The position of the earlier act that this one corrects; null if it corrects none.</summary>
    public long? Corrects { get; init; }

    /// <summary>Attachments by the hash of their content.</summary>
    public ImmutableArray<Digest> Attachments { get; init; } = [];

    public bool Equals(ActRecord? other) =>
        other is not null && EffectiveAt == other.EffectiveAt && Kind == other.Kind && Text == other.Text && Key == other.Key && Ruling == other.Ruling
        && IsAttempt == other.IsAttempt && Corrects == other.Corrects && Assumptions.SequenceEqual(other.Assumptions, StringComparer.Ordinal)
        && Attachments.SequenceEqual(other.Attachments);

    public override int GetHashCode() => HashCode.Combine(EffectiveAt, Kind, Text, Key);
}
