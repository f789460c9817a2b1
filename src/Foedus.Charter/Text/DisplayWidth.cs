using System.Globalization;
using System.Text;

namespace Foedus.Charter.Text;

/// <summary>How many columns a character takes in a terminal: 0 for combining and invisible ones, 2 for East Asian wide ones, otherwise 1 (Unicode UAX 11, in ranges).</summary>
public static class DisplayWidth
{
    /// <summary>Columns of one character; a tab is not handled here.</summary>
    public static int Of(Rune rune)
    {
        var c = rune.Value;
        if (c < 0x300) return 1;
        if (CharacterClasses.IsInvisible(c) || CharacterClasses.IsBidirectionalControl(c)) return 0;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return 0;
        return c is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F)
            or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD)
            ? 2 : 1;
    }

    /// <summary>Columns of a text without tabs.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }
}
