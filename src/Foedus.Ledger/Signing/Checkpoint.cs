using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Foedus.Ledger.Signing;

/// <summary>
/// How a ledger stood: the text of a C2SP tlog-checkpoint, which is signed as a note. Three lines: the origin, the size, the root in base 64.
/// </summary>
/// <param name="Origin">The name of the ledger.</param>
/// <param name="Size">How many entries there were.</param>
/// <param name="Root">The root of the tree over them.</param>
public sealed record Checkpoint(string Origin, long Size, Digest Root)
{
    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.ToArray())}\n");

    /// <summary>Signs it.</summary>
    public SignedNote Sign(SigningKey key) => SignedNote.Sign(Text, key);

    /// <summary>Reads the text of a note; false if it is no checkpoint. Lines after the third are passed over, as the standard allows them.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length > 0 || lines.AsSpan()[..^1].Contains(""))
            return false;
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || (lines[1][0] == '0' && lines[1].Length > 1))
            return false;
        Span<byte> root = stackalloc byte[Digest.Length];
        if (lines[2].Length != 44 || !Convert.TryFromBase64String(lines[2], root, out var length) || length != Digest.Length)
            return false;
        checkpoint = new Checkpoint(lines[0], size, new Digest(root));
        return true;
    }
}
