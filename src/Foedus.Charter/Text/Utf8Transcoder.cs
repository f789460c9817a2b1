using System.Buffers;
using System.Text;

namespace Foedus.Charter.Text;

/// <summary>
/// UTF-8 to text and back without losing a byte. A byte that is no UTF-8 becomes one lone low surrogate
/// (U+DC80 to U+DCFF), which valid UTF-8 can never give, and turns back into that byte.
/// The method is Python's "surrogateescape" (M. v. Löwis, PEP 383, 2009).
/// </summary>
public static class Utf8Transcoder
{
    private const char EscapeBase = '\uDC00';

    /// <summary>Decodes bytes. Never fails. <paramref name="invalid"/> is how many bytes were not UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, out int invalid)
    {
        invalid = 0;
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        Span<char> pair = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) ascii = bytes.Length;
            if (ascii > 0)
            {
                text.Append(Encoding.ASCII.GetString(bytes[..ascii]));
                bytes = bytes[ascii..];
                continue;
            }
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status == OperationStatus.Done)
            {
                text.Append(pair[..rune.EncodeToUtf16(pair)]);
            }
            else
            {
                foreach (var b in bytes[..used])
                    text.Append((char)(EscapeBase + b));
                invalid += used;
            }
            bytes = bytes[used..];
        }
        return text.ToString();
    }

    /// <summary>Encodes text; lone surrogates of <see cref="Decode"/> give back their byte.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new ArrayBufferWriter<byte>(Math.Max(16, text.Length));
        while (!text.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(text, out var rune, out var used);
            if (status == OperationStatus.Done)
            {
                bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
            }
            else if (IsEscapedByte(text[0]))
            {
                bytes.GetSpan(1)[0] = (byte)(text[0] - EscapeBase);
                bytes.Advance(1);
                used = 1;
            }
            else
            {
                bytes.Advance(Rune.ReplacementChar.EncodeToUtf8(bytes.GetSpan(4)));
            }
            text = text[used..];
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Whether a character stands for one byte that is no UTF-8. Ask only of a surrogate that has no partner.</summary>
    public static bool IsEscapedByte(char c) => c is >= '\uDC80' and <= '\uDCFF';
}
