using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Foedus.Ledger.Records;

/// <summary>
/// Reads entries and payloads. Only the canonical form is read: whatever is read encodes to the same bytes again. Hostile bytes give a sentence and
/// never an exception. O(length).
/// </summary>
public static class EntryDecoder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads an entry.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out LedgerEntry? entry, [NotNullWhen(false)] out string? problem)
    {
        entry = null;
        problem = null;
        var rest = bytes;
        if (rest.Length < EntryEncoder.Magic.Length + 1 || !rest.StartsWith(EntryEncoder.Magic[..2]))
            problem = "it does not begin as an entry does";
        else if (rest[2] != EntryEncoder.Magic[2])
            problem = $"it is of version {rest[2]} of the format, which this program does not know";
        else if (bytes.Length > EntryEncoder.MostEntryBytes)
            problem = "it is longer than an entry can be";
        if (problem is not null)
            return false;
        rest = rest[3..];
        if (!TakeShort(ref rest, out var name) || !FederationId.TryParse(Ascii(name), out var federation))
            return Fail(out problem, "it names no federation");
        if (rest.Length < 18)
            return Fail(out problem, "it ends within its header");
        var position = BinaryPrimitives.ReadUInt64BigEndian(rest);
        if (position > long.MaxValue)
            return Fail(out problem, "its position is none");
        if (!Microseconds.TryRead(BinaryPrimitives.ReadInt64BigEndian(rest[8..]), out var recordedAt))
            return Fail(out problem, "it was recorded at no time of the calendar");
        var (visibility, form) = ((Visibility)rest[16], rest[17]);
        rest = rest[18..];
        if (visibility > Visibility.Secret || form != (visibility == Visibility.Public ? 0 : 1))
            return Fail(out problem, "it does not say who may see it");
        if (form == 1)
        {
            if (rest.Length != Digest.Length)
                return Fail(out problem, "its commitment is not 32 bytes");
            entry = new LedgerEntry(federation, (long)position, recordedAt, visibility, null, new Digest(rest));
            return true;
        }

        if (rest.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(rest) != rest.Length - 2)
            return Fail(out problem, "its payload is not as long as it says");
        if (!TryReadPayload(rest[2..], (long)position, out var act, out problem))
            return false;
        entry = new LedgerEntry(federation, (long)position, recordedAt, visibility, act, null);
        return true;
    }

    /// <summary>Reads the payload of an entry.</summary>
    /// <param name="bytes">The payload.</param>
    /// <param name="position">The position of its entry.</param>
    /// <param name="act">What it says.</param>
    /// <param name="problem">What is wrong, if it cannot be read.</param>
    public static bool TryReadPayload(ReadOnlySpan<byte> bytes, long position, [NotNullWhen(true)] out ActRecord? act, [NotNullWhen(false)] out string? problem)
    {
        act = null;
        var rest = bytes;
        if (rest.Length < 4 || !DayNumber.TryRead(BinaryPrimitives.ReadInt32BigEndian(rest), out var effective))
            return Fail(out problem, "its day is none of the calendar");
        rest = rest[4..];
        if (!TakeShort(ref rest, out var kind) || rest.Length < 4)
            return Fail(out problem, "its payload ends within its kind");
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 4)
            return Fail(out problem, "its payload ends within its words");
        if (!TryText(rest.Slice(4, (int)length), out var text))
            return Fail(out problem, "its words are no valid UTF-8");
        rest = rest[(4 + (int)length)..];
        if (!TakeShort(ref rest, out var key) || rest.Length < 4)
            return Fail(out problem, "its payload ends within its idempotency key");
        var (ruling, flags) = ((RecordedRuling)rest[0], rest[1]);
        if (flags > 1)
            return Fail(out problem, "it has a mark that this version does not know");
        rest = rest[2..];
        if (!TakeLong(ref rest, out var named) || !TryAssumptions(named, out var assumptions))
            return Fail(out problem, "its assumptions cannot be read");
        if (!TakeShort(ref rest, out var corrects) || corrects.Length is not (0 or 8) || (corrects.Length == 8 && (corrects[0] & 0x80) != 0))
            return Fail(out problem, "what it corrects cannot be read");
        if (!TakeLong(ref rest, out var digests) || digests.Length % Digest.Length != 0)
            return Fail(out problem, "its attachments cannot be read");
        if (rest.Length > 0)
            return Fail(out problem, "something follows its payload");
        act = new ActRecord(effective, Ascii(kind), text)
        {
            Key = key.Length == 0 ? null : Ascii(key),
            Ruling = ruling,
            IsAttempt = flags == 1,
            Assumptions = assumptions,
            Corrects = corrects.Length == 0 ? null : (long)BinaryPrimitives.ReadUInt64BigEndian(corrects),
            Attachments = Digests(digests),
        };
        problem = ActRecordRules.Problem(act, position);
        if (problem is null)
            return true;
        act = null;
        return false;
    }

    private static ImmutableArray<Digest> Digests(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return [];
        var digests = ImmutableArray.CreateBuilder<Digest>(bytes.Length / Digest.Length);
        for (; !bytes.IsEmpty; bytes = bytes[Digest.Length..])
            digests.Add(new Digest(bytes[..Digest.Length]));
        return digests.MoveToImmutable();
    }

    private static bool TryAssumptions(ReadOnlySpan<byte> bytes, out ImmutableArray<string> names)
    {
        names = [];
        if (bytes.IsEmpty)
            return true;
        var all = ImmutableArray.CreateBuilder<string>();
        while (!bytes.IsEmpty)
        {
            if (!TakeShort(ref bytes, out var name) || !TryText(name, out var text))
                return false;
            all.Add(text);
        }

        names = all.ToImmutable();
        return true;
    }

    private static bool TakeShort(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (rest.IsEmpty || rest.Length < 1 + rest[0])
            return false;
        taken = rest.Slice(1, rest[0]);
        rest = rest[(1 + rest[0])..];
        return true;
    }

    private static bool TakeLong(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (rest.Length < 2 || rest.Length < 2 + BinaryPrimitives.ReadUInt16BigEndian(rest))
            return false;
        int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        taken = rest.Slice(2, length);
        rest = rest[(2 + length)..];
        return true;
    }

    private static bool TryText(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            return false;
        text = Strict.GetString(bytes);
        return true;
    }

    // What is not ASCII becomes a character beyond it, which no name may hold.
    private static string Ascii(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private static bool Fail(out string problem, string sentence)
    {
        problem = sentence;
        return false;
    }
}
