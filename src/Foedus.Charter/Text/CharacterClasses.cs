using System.Buffers;
using System.Globalization;
using System.Text;

namespace Foedus.Charter.Text;

/// <summary>What kind of trouble a character is, if any.</summary>
public static class CharacterClasses
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(SuspiciousCharacters());

    /// <summary>Whether a stretch may hold a control, an invisible or a direction character: a quick first look.</summary>
    public static bool MayHoldTrouble(ReadOnlySpan<char> text) => text.ContainsAny(Suspicious);

    /// <summary>Characters that turn the direction of the text that follows (Unicode UAX 9) and can make a line read as what it is not.</summary>
    public static bool IsBidirectionalControl(int rune) =>
        rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;

    /// <summary>Characters that take no place on the screen: zero width spaces and joiners, soft hyphens, tags, variation selectors.</summary>
    public static bool IsInvisible(int rune) =>
        rune is 0x00AD or 0x034F or 0x180E or (>= 0x200B and <= 0x200D) or (>= 0x2060 and <= 0x2065) or 0xFEFF or 0x2028 or 0x2029 or 0x115F or 0x1160 or 0x3164 or 0xFFA0
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) or (>= 0xFFF0 and <= 0xFFFB) or (>= 0x206A and <= 0x206F);

    /// <summary>Control characters other than tab and line ends.</summary>
    public static bool IsControl(int rune) => (rune < 0x20 && rune is not ('\t' or '\r' or '\n')) || rune is >= 0x7F and <= 0x9F;

    /// <summary>A space that is not the ordinary one.</summary>
    public static bool IsOddSpace(int rune) => rune is 0x00A0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000;

    /// <summary>A Latin letter, digit or mark of double width, as East Asian keyboards give it.</summary>
    public static bool IsFullWidth(int rune) => rune is >= 0xFF01 and <= 0xFF5E;

    /// <summary>Whether a character may start a name: an ASCII capital or any letter beyond ASCII.</summary>
    public static bool StartsName(Rune rune) => rune.Value < 0x80 ? rune.Value is >= 'A' and <= 'Z' : Rune.IsLetter(rune) && !IsFullWidth(rune.Value) && !IsInvisible(rune.Value);

    /// <summary>Whether a character may stand inside a name, hyphens and apostrophes apart.</summary>
    public static bool ContinuesName(Rune rune)
    {
        if (rune.Value < 0x80) return Rune.IsLetterOrDigit(rune);
        if (IsFullWidth(rune.Value) || IsInvisible(rune.Value)) return false;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static string SuspiciousCharacters()
    {
        var text = new StringBuilder();
        for (var c = 0; c <= 0xFFFF; c++)
            if (IsControl(c) || IsBidirectionalControl(c) || IsInvisible(c))
                text.Append((char)c);
        return text.Append('\uDB40').ToString();
    }
}
