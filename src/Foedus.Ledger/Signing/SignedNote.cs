using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Foedus.Ledger.Signing;

/// <summary>
/// A text with signatures, as C2SP signed-note says: the text with its last line feed, an empty line, and a line for each signature that begins with
/// an em dash.
/// </summary>
/// <param name="Text">What is signed; it ends with a line feed.</param>
/// <param name="Signatures">The signatures.</param>
public sealed record SignedNote(string Text, ImmutableArray<NoteSignature> Signatures)
{
    private const int MostBytes = 1 << 20;
    private const int MostSignatures = 100;

    /// <summary>A text signed with keys.</summary>
    /// <exception cref="ArgumentException">The text does not end with a line feed, or holds another control character.</exception>
    public static SignedNote Sign(string text, params ReadOnlySpan<SigningKey> keys)
    {
        if (!IsText(text))
            throw new ArgumentException("The text of a note ends with a line feed and holds no other control character.", nameof(text));
        var signatures = ImmutableArray.CreateBuilder<NoteSignature>(keys.Length);
        foreach (var key in keys)
            signatures.Add(new NoteSignature(key.Verifier.Name, key.Verifier.Id, [.. key.Sign(Encoding.UTF8.GetBytes(text))]));
        return new SignedNote(text, signatures.MoveToImmutable());
    }

    /// <summary>Reads a note; false if it is none. No signature is checked.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SignedNote? note)
    {
        note = null;
        if (text is null || text.Length > MostBytes || !IsText(text))
            return false;
        var end = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        var lines = text[(end + 2)..].Split('\n');
        var signatures = ImmutableArray.CreateBuilder<NoteSignature>();
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var parts = lines[i].Split(' ');
            if (parts.Length != 3 || parts[0] != "\u2014" || !VerifierKey.IsName(parts[1]) || signatures.Count == MostSignatures)
                return false;
            var bytes = new byte[parts[2].Length];
            if (!Convert.TryFromBase64String(parts[2], bytes, out var length) || length < 5)
                return false;
            signatures.Add(new NoteSignature(parts[1], BinaryPrimitives.ReadUInt32BigEndian(bytes), [.. bytes.AsSpan(4, length - 4)]));
        }

        if (signatures.Count == 0)
            return false;
        note = new SignedNote(text[..(end + 1)], signatures.ToImmutable());
        return true;
    }

    /// <summary>
    /// Whether a key signed it: there is a signature with the key's name and id, and each such signature holds. Signatures of other keys are passed over.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">libcrypto is missing.</exception>
    public bool IsSignedBy(VerifierKey key)
    {
        var text = Encoding.UTF8.GetBytes(Text);
        var own = Signatures.Where(s => s.KeyId == key.Id && string.Equals(s.Name, key.Name, StringComparison.Ordinal)).ToList();
        return own.Count > 0 && own.TrueForAll(s => key.Verifies(text, s.Bytes.AsSpan()));
    }

    /// <summary>The whole note.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            var bytes = new byte[4 + signature.Bytes.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
            signature.Bytes.CopyTo(bytes, 4);
            note.Append("\u2014 ").Append(signature.Name).Append(' ').Append(Convert.ToBase64String(bytes)).Append('\n');
        }

        return note.ToString();
    }

    private static bool IsText(string text) => text.Length > 1 && text[^1] == '\n' && !text.Any(c => c < ' ' && c != '\n');
}

/// <summary>A signature of a note.</summary>
/// <param name="Name">Whose.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Bytes">The signature; 64 bytes for Ed25519.</param>
public sealed record NoteSignature(string Name, uint KeyId, ImmutableArray<byte> Bytes);
