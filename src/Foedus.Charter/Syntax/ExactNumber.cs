using System.Numerics;

namespace Foedus.Charter.Syntax;

/// <summary>A number as written, exactly: numerator over denominator (not reduced). A default value is nought over nought and stands for no number.</summary>
/// <param name="Numerator">Over the line; never negative.</param>
/// <param name="Denominator">Under the line: 1 for whole numbers, a power of ten for decimals, 100 times that for percentages.</param>
/// <param name="IsPercent">Whether it was written with <c>%</c>.</param>
public readonly record struct ExactNumber(BigInteger Numerator, BigInteger Denominator, bool IsPercent)
{
    /// <summary>Whether it is a whole number as written.</summary>
    public bool IsWhole => Denominator.IsOne;
}
