using System.Globalization;
using System.Numerics;

namespace Foedus.Charter.Syntax;

/// <summary>Exact values of number tokens.</summary>
public static class NumberReader
{
    // So many digits fit a 64-bit integer.
    private const int Short = 18;

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
        value = dot < 0 && !percent
            ? new ExactNumber(number, BigInteger.One, false)
            : new ExactNumber((number * scale) + decimals, percent ? scale * 100 : scale, percent);
        return true;
    }

    /// <summary>Whether a text is a number as <see cref="TryRead"/> takes it, without its value.</summary>
    internal static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > FrameLimits.NumberLength) return false;
        if (text[^1] == '%') text = text[..^1];
        var mark = text.IndexOfAny('/', '.');
        if (mark < 0) return IsInteger(text);
        var after = text[(mark + 1)..];
        return IsInteger(text[..mark]) && IsInteger(after) && (text[mark] == '.' || after.ContainsAnyExcept('0', '_'));
    }

    /// <summary>The value of a whole number with <c>_</c> between groups.</summary>
    public static bool TryInteger(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        if (!IsInteger(text)) return false;
        if (text.Length <= Short)
        {
            var number = 0L;
            foreach (var c in text)
                if (c != '_')
                    number = (number * 10) + (c - '0');
            value = number;
            return true;
        }
        Span<char> digits = stackalloc char[text.Length];
        var n = 0;
        foreach (var c in text)
            if (c != '_')
                digits[n++] = c;
        return BigInteger.TryParse(digits[..n], NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsInteger(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > FrameLimits.NumberLength || text[^1] == '_') return false;
        var before = '_';
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && (c != '_' || before == '_')) return false;
            before = c;
        }
        return true;
    }
}
