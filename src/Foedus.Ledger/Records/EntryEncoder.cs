using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace Foedus.Ledger.Records;

/// <summary>
/// Writes entries and payloads in their one canonical form, which <c>docs/ledger-format.md</c> specifies: the presentation language of TLS (RFC
/// 8446, section 3), fields in a fixed order, big-endian, each text with its length before it. Equal content gives equal bytes.
/// </summary>
public static class EntryEncoder
{
    /// <summary>The first bytes of every entry: "FL", and the version of the format.</summary>
    public static ReadOnlySpan<byte> Magic => "FL\x01"u8;

    /// <summary>The most bytes of an entry: what a bundle of C2SP tlog-tiles can hold.</summary>
    public const int MostEntryBytes = ushort.MaxValue;

    /// <summary>An entry whose act stands open.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="MostEntryBytes"/>.</exception>
    public static byte[] Open(FederationId federation, long position, Instant recordedAt, ReadOnlySpan<byte> payload)
    {
        var entry = new byte[HeaderLength(federation) + 2 + payload.Length];
        if (entry.Length > MostEntryBytes)
            throw new ArgumentException("An entry has at most 65535 bytes.", nameof(payload));
        var rest = Header(entry, federation, position, recordedAt, Visibility.Public, 0);
        BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)payload.Length);
        payload.CopyTo(rest[2..]);
        return entry;
    }

    /// <summary>An entry whose act is kept apart.</summary>
    public static byte[] Sealed(FederationId federation, long position, Instant recordedAt, Visibility visibility, Digest commitment)
    {
        var entry = new byte[HeaderLength(federation) + Digest.Length];
        commitment.CopyTo(Header(entry, federation, position, recordedAt, visibility, 1));
        return entry;
    }

    /// <summary>Bytes of an entry around its payload, if it stands open.</summary>
    public static int Overhead(FederationId federation) => HeaderLength(federation) + 2;

    /// <summary>SHA-256(salt, payload).</summary>
    public static Digest Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload) => Digest.Of([.. salt, .. payload]);

    /// <summary>The payload of an act. The act has to be one that <see cref="ActRecordRules"/> finds nothing wrong with.</summary>
    public static byte[] Payload(ActRecord act)
    {
        var text = Encoding.UTF8.GetByteCount(act.Text);
        var assumptions = Length(act.Assumptions);
        var payload = new byte[4 + 1 + act.Kind.Length + 4 + text + 1 + (act.Key?.Length ?? 0) + 1 + 1 + 2 + assumptions
            + 1 + (act.Corrects is null ? 0 : 8) + 2 + (act.Attachments.Length * Digest.Length)];
        BinaryPrimitives.WriteInt32BigEndian(payload, DayNumber.Of(act.EffectiveAt));
        var rest = Short(payload.AsSpan(4), act.Kind);
        BinaryPrimitives.WriteUInt32BigEndian(rest, (uint)text);
        Encoding.UTF8.GetBytes(act.Text, rest[4..]);
        rest = Short(rest[(4 + text)..], act.Key ?? "");
        rest[0] = (byte)act.Ruling;
        rest[1] = act.IsAttempt ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16BigEndian(rest[2..], (ushort)assumptions);
        rest = rest[4..];
        foreach (var assumption in act.Assumptions)
            rest = Short(rest, assumption);
        rest[0] = act.Corrects is null ? (byte)0 : (byte)8;
        rest = rest[1..];
        if (act.Corrects is { } corrects)
        {
            BinaryPrimitives.WriteUInt64BigEndian(rest, (ulong)corrects);
            rest = rest[8..];
        }

        BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)(act.Attachments.Length * Digest.Length));
        rest = rest[2..];
        foreach (var attachment in act.Attachments)
        {
            attachment.CopyTo(rest);
            rest = rest[Digest.Length..];
        }

        return payload;
    }

    private static int Length(ImmutableArray<string> texts)
    {
        var length = 0;
        foreach (var text in texts)
            length += 1 + Encoding.UTF8.GetByteCount(text);
        return length;
    }

    private static int HeaderLength(FederationId federation) => Magic.Length + 1 + federation.Text.Length + 8 + 8 + 1 + 1;

    private static Span<byte> Header(Span<byte> entry, FederationId federation, long position, Instant recordedAt, Visibility visibility, byte form)
    {
        Magic.CopyTo(entry);
        var rest = entry[Magic.Length..];
        rest[0] = (byte)federation.Text.Length;
        Encoding.ASCII.GetBytes(federation.Text, rest[1..]);
        rest = rest[(1 + federation.Text.Length)..];
        BinaryPrimitives.WriteUInt64BigEndian(rest, (ulong)position);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], Microseconds.Of(recordedAt));
        rest[16] = (byte)visibility;
        rest[17] = form;
        return rest[18..];
    }

    private static Span<byte> Short(Span<byte> target, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, target[1..]);
        target[0] = (byte)length;
        return target[(1 + length)..];
    }
}
