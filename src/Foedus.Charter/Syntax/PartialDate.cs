using System.Globalization;
using NodaTime;

namespace Foedus.Charter.Syntax;

/// <summary>A date of the Gregorian calendar, of which the month or the day may not be said.</summary>
public readonly record struct PartialDate(int Year, int? Month, int? Day)
{
    /// <summary>The first day that the date can mean.</summary>
    public LocalDate Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that the date can mean.</summary>
    public LocalDate Latest => new(Year, Month ?? 12, Day ?? DaysIn(Year, Month ?? 12));

    /// <summary>Whether year, month and day are all said.</summary>
    public bool IsWhole => Day is not null;

    /// <summary>Reads <c>1922-12-30</c>, <c>1922-12</c> or <c>1922</c>; false for another shape or a day that does not exist.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10)) return false;
        if (!Digits(text[..4], out var year) || year == 0) return false;
        if (text.Length == 4)
        {
            date = new PartialDate(year, null, null);
            return true;
        }
        if (text[4] != '-' || !Digits(text[5..7], out var month) || month is < 1 or > 12) return false;
        if (text.Length == 7)
        {
            date = new PartialDate(year, month, null);
            return true;
        }
        if (text[7] != '-' || !Digits(text[8..], out var day) || day < 1 || day > DaysIn(year, month)) return false;
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        return Year.ToString("0000", culture) + (Month is { } m ? "-" + m.ToString("00", culture) : "") + (Day is { } d ? "-" + d.ToString("00", culture) : "");
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = (value * 10) + (c - '0');
        }
        return true;
    }

    /// <summary>How many days a month of the Gregorian calendar has (the bull Inter gravissimas, 1582).</summary>
    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
