using System.Collections.Immutable;

namespace Foedus.Charter.Registers;

/// <summary>
/// How a table writes its numbers: whether a comma or a point begins the decimals. <c>1.204</c> is a thousand and more to some and a
/// little over one to others, so the other numbers of the table decide, or the table says so itself, or the number is refused.
/// Thousands may also be parted by spaces, apostrophes or low lines, which leave no doubt.
/// </summary>
public sealed class Numerals
{
    private const string Spaces = " _'\u2019\u00A0\u202F\u2009";

    private readonly bool point;
    private readonly bool comma;

    private Numerals(bool point, bool comma)
    {
        this.point = point;
        this.comma = comma;
    }

    /// <summary>A table whose decimals begin with a point.</summary>
    public static Numerals DecimalPoint { get; } = new(true, false);

    /// <summary>A table whose decimals begin with a comma.</summary>
    public static Numerals DecimalComma { get; } = new(false, true);

    /// <summary>The words of <c># decimal comma</c> and <c># decimal point</c> at the head of a table, or of an option; null where they are no such words.</summary>
    public static Numerals? Said(string words)
    {
        var parts = words.Trim().TrimStart('#').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [.. var before, var mark] when before is [] || before is [var first] && first.Equals("decimal", StringComparison.OrdinalIgnoreCase) =>
                mark.Equals("comma", StringComparison.OrdinalIgnoreCase) ? DecimalComma
                : mark.Equals("point", StringComparison.OrdinalIgnoreCase) ? DecimalPoint
                : null,
            _ => null,
        };
    }

    /// <summary>What the numbers of a table show of it. A number that can be read in one way alone decides for all.</summary>
    /// <param name="cells">The cells that should be numbers; others are passed over.</param>
    public static Numerals Of(IEnumerable<string> cells)
    {
        var (point, comma) = (false, false);
        foreach (var cell in cells)
        {
            if (cell.AsSpan().IndexOfAny('.', ',') < 0) continue;
            var (asPoint, asComma) = (Plain(cell, '.'), Plain(cell, ','));
            if (asPoint is not null && asComma is null) point = true;
            if (asComma is not null && asPoint is null) comma = true;
        }

        return new Numerals(point, comma);
    }

    /// <summary>A number with a point before its decimals and nothing between its thousands.</summary>
    /// <param name="cell">A cell as it stands in the table.</param>
    /// <returns>
    /// The number, or the cell itself where it is none; null where it can be read in two ways and the table does not tell in which, or
    /// where it is not written as the table says.
    /// </returns>
    public string? Read(string cell)
    {
        var (asPoint, asComma) = (Plain(cell, '.'), Plain(cell, ','));
        if (asPoint is null && asComma is null) return cell;
        if (point != comma) return point ? asPoint : asComma;
        return asPoint is null || asComma is null || asPoint == asComma ? asPoint ?? asComma : null;
    }

    /// <summary>The ways to read a number that can be read in two: with a decimal point, then with a decimal comma.</summary>
    public static ImmutableArray<string> Readings(string cell) => [.. ((string?[])[Plain(cell, '.'), Plain(cell, ',')]).OfType<string>().Distinct()];

    // "1 204,5" read with a comma before the decimals: "1204.5"; null where it is no number in this reading.
    private static string? Plain(string cell, char mark)
    {
        var text = cell.Trim();
        var sign = text.StartsWith('-') ? "-" : "";
        var share = text.EndsWith('%') ? "%" : "";
        text = text[sign.Length..(text.Length - share.Length)].TrimEnd();
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        var (whole, decimals) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        if (whole.Length == 0 || (at >= 0 && decimals.Length == 0) || !decimals.All(char.IsAsciiDigit)) return null;
        var other = mark == '.' ? ',' : '.';
        var parting = whole.FirstOrDefault(c => !char.IsAsciiDigit(c));
        if (parting == default) return sign + whole + (at < 0 ? "" : "." + decimals) + share;
        if (parting != other && !Spaces.Contains(parting, StringComparison.Ordinal)) return null;
        var groups = whole.Split(parting);
        return parting == '_' || (groups[0].Length is > 0 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3))
            ? groups.All(group => group.Length > 0 && group.All(char.IsAsciiDigit)) ? sign + string.Concat(groups) + (at < 0 ? "" : "." + decimals) + share : null
            : null;
    }
}
