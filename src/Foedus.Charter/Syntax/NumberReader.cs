using System.Globalization;
using System.Numerics;

namespace Foedus.Charter.Syntax;

/// <summary>Exact values of number tokens.</summary>
public static class NumberReader
{
    /// <summary>The value of a whole number, decimal, fraction or percentage; false if it is none (or a fraction of nought).</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out ExactNumber value)
    {
        value = default;
        if (text.Length is 0 or > FrameLimits.NumberLength) return false;
        var percent = text[^1] == '%';
        if (percent) text = text[..^1];
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            if (!TryInteger(text[..slash], out var over) || !TryInteger(text[(slash + 1)..], out var under) || under.IsZero) return false;
            value = new ExactNumber(over, under, percent);
            return true;
        }
        var dot = text.IndexOf('.');
        var scale = BigInteger.One;
        var whole = text;
        BigInteger decimals = 0;
        if (dot >= 0)
        {
            var after = text[(dot + 1)..];
            if (!TryInteger(after, out decimals)) return false;
            var digits = after.Length - after.Count('_');
            scale = BigInteger.Pow(10, digits);
            whole = text[..dot];
        }
        if (!TryInteger(whole, out var number)) return false;
        value = new ExactNumber(number * scale + decimals, percent ? scale * 100 : scale, percent);
        return true;
    }

    /// <summary>The value of a whole number with <c>_</c> between groups.</summary>
    public static bool TryInteger(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        if (text.Length is 0 or > FrameLimits.NumberLength || text[0] == '_' || text[^1] == '_' || text.Contains("__", StringComparison.Ordinal)) return false;
        Span<char> digits = stackalloc char[text.Length];
        var n = 0;
        foreach (var c in text)
        {
            if (c == '_') continue;
            if (!char.IsAsciiDigit(c)) return false;
            digits[n++] = c;
        }
        return BigInteger.TryParse(digits[..n], NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
