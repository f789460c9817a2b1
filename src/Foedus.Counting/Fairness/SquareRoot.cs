using System.Globalization;

namespace Foedus.Counting;

/// <summary>
/// The square root of a fraction of zero or more, kept as its exact square. Roots order as their squares do; a decimal is made
/// only for a reader, and is rounded from the exact root.
/// </summary>
/// <param name="Square">The value times itself; zero or more.</param>
public readonly record struct SquareRoot(Ratio Square) : IComparable<SquareRoot>
{
    public int CompareTo(SquareRoot other) => Square.CompareTo(other.Square);

    public static bool operator <(SquareRoot left, SquareRoot right) => left.CompareTo(right) < 0;

    public static bool operator >(SquareRoot left, SquareRoot right) => left.CompareTo(right) > 0;

    public static bool operator <=(SquareRoot left, SquareRoot right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SquareRoot left, SquareRoot right) => left.CompareTo(right) >= 0;

    /// <summary>This root times a factor of zero or more: times 100 for per cent.</summary>
    public SquareRoot Times(Ratio factor) => new(Square * factor * factor);

    /// <summary>
    /// The decimal with so many places, the exact root rounded once and an exact half going up: the root of 2 with 3 places is
    /// "1.414". Places beyond 0..100 are brought into that range. Cost: one integer root of as many digits as are printed, twice.
    /// </summary>
    public string ToDecimalString(int places)
    {
        places = Math.Clamp(places, 0, 100);
        var scale = System.Numerics.BigInteger.Pow(10, places);
        return Ratio.Of((Square * scale * scale).RootHalfUp(), scale).ToDecimalString(places);
    }

    /// <summary>"root of 2/3".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"root of {Square}");
}
