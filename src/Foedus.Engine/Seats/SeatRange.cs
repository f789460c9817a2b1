using System.Globalization;
using Foedus.Counting;

namespace Foedus.Engine.Seats;

/// <summary>A number of seats as far as it is known: at least so many, at most so many.</summary>
/// <param name="Least">The least number.</param>
/// <param name="Most">The greatest; null if nothing bounds it, or if it cannot be told.</param>
public readonly record struct SeatRange(Ratio Least, Ratio? Most)
{
    /// <summary>No seats.</summary>
    public static SeatRange None => new(Ratio.Zero, Ratio.Zero);

    /// <summary>Nothing is known.</summary>
    public static SeatRange Unknown => new(Ratio.Zero, null);

    /// <summary>True if there is one number.</summary>
    public bool IsExact => Most is { } most && most == Least;

    /// <summary>The one number, where there is one.</summary>
    public Ratio? Exact => IsExact ? Least : null;

    public static SeatRange Exactly(Ratio seats) => new(seats, seats);

    public static SeatRange operator +(SeatRange left, SeatRange right) =>
        new(left.Least + right.Least, left.Most is { } a && right.Most is { } b ? a + b : null);

    /// <summary>Whether a number lies within it.</summary>
    public bool Contains(Ratio seats) => seats >= Least && !(seats > Most);

    /// <summary>"5", "4 to 9", "at least 4", "not determined".</summary>
    public override string ToString()
    {
        if (IsExact)
            return Least.ToMixedString();
        if (Most is { } most)
            return string.Create(CultureInfo.InvariantCulture, $"{Least.ToMixedString()} to {most.ToMixedString()}");
        return Least.IsZero ? "not determined" : "at least " + Least.ToMixedString();
    }
}
