using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Foedus.Counting;

public readonly partial struct Ratio
{
    /// <summary>Longest text that <see cref="TryParse(string?, out Ratio)"/> reads, in characters.</summary>
    public const int LongestText = 400;

    /// <summary>"1/2", "-3", "25000": lowest terms, digits 0-9, no grouping; what <see cref="Parse(string)"/> reads back.</summary>
    public override string ToString() =>
        IsInteger
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The mixed number "11 1/2"; "-11 1/2" below zero; a proper fraction or a whole number as in <see cref="ToString()"/>.</summary>
    public string ToMixedString()
    {
        if (IsInteger) return ToString();
        var whole = BigInteger.DivRem(BigInteger.Abs(Numerator), Denominator, out var rest);
        if (whole.IsZero) return ToString();
        var sign = Sign < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole} {rest}/{Denominator}");
    }

    /// <summary>
    /// A decimal for a table that people read, cut to <paramref name="places"/> digits with an exact half going away from zero:
    /// 2/3 with 2 places is "0.67". The only form here that loses anything. Places beyond 0..100 are brought into that range.
    /// </summary>
    public string ToDecimalString(int places)
    {
        places = Math.Clamp(places, 0, 100);
        var scale = BigInteger.Pow(10, places);
        var scaled = (Abs() * scale).RoundHalfUp();
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var text = new StringBuilder();
        if (Sign < 0 && !scaled.IsZero) text.Append('-');
        text.Append(digits, 0, digits.Length - places);
        if (places > 0) text.Append('.').Append(digits, digits.Length - places, places);
        return text.ToString();
    }

    /// <summary>
    /// Reads what charters and tables write: "2/3", "55%", "1.20", "25_000", "11 1/2", "33 1/3%", each with an optional sign.
    /// A decimal is the exact decimal; a per cent sign divides by 100; an underscore may stand between two digits.
    /// </summary>
    /// <returns>False for anything else, for a zero denominator and for a text above <see cref="LongestText"/> characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Ratio ratio)
    {
        ratio = default;
        if (text is null || text.Length > LongestText) return false;
        var rest = text.AsSpan().Trim(' ');
        var negative = rest.StartsWith("-", StringComparison.Ordinal);
        if (negative || rest.StartsWith("+", StringComparison.Ordinal)) rest = rest[1..];
        var percent = rest.EndsWith("%", StringComparison.Ordinal);
        if (percent) rest = rest[..^1].TrimEnd(' ');
        if (!TryUnsigned(rest, out ratio)) return false;
        if (percent) ratio /= 100;
        if (negative) ratio = -ratio;
        return true;
    }

    /// <summary>As <see cref="TryParse(string?, out Ratio)"/>, for constants in code.</summary>
    /// <exception cref="FormatException">The text is not a number. Use TryParse for text from outside.</exception>
    public static Ratio Parse(string text) =>
        TryParse(text, out var ratio) ? ratio : throw new FormatException("Not a number: expected 2/3, 55%, 1.20 or 25_000.");

    private static bool TryUnsigned(ReadOnlySpan<char> text, out Ratio ratio)
    {
        ratio = default;
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            var top = text[..slash].TrimEnd(' ');
            var whole = BigInteger.Zero;
            var gap = top.LastIndexOf(' ');
            if (gap >= 0)
            {
                if (!TryDigits(top[..gap].TrimEnd(' '), out whole)) return false;
                top = top[(gap + 1)..];
            }

            if (!TryDigits(top, out var numerator) || !TryDigits(text[(slash + 1)..].TrimStart(' '), out var denominator)) return false;
            if (!TryCreate(numerator, denominator, out ratio)) return false;
            ratio += whole;
            return true;
        }

        var point = text.IndexOf('.');
        if (point < 0)
        {
            if (!TryDigits(text, out var integer)) return false;
            ratio = integer;
            return true;
        }

        var decimals = text[(point + 1)..];
        if (!TryDigits(text[..point], out var units) || !TryDigits(decimals, out var part)) return false;
        var places = decimals.Length - decimals.Count('_');
        ratio = units + Of(part, BigInteger.Pow(10, places));
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        if (text.IsEmpty || text[0] == '_' || text[^1] == '_') return false;
        Span<char> digits = stackalloc char[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_')
            {
                if (text[i - 1] == '_') return false;
                continue;
            }

            if (!char.IsAsciiDigit(text[i])) return false;
            digits[count++] = text[i];
        }

        return BigInteger.TryParse(digits[..count], NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
