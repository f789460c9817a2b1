namespace Foedus.Counting;

/// <summary>A bound on a divisor. Where it is a root it is kept as the power that is exact: the square for equal proportions.</summary>
/// <param name="Value">The bound to the power <paramref name="Power"/>.</param>
/// <param name="Power">1 for the bound itself.</param>
public readonly record struct DivisorBound(Ratio Value, int Power = 1)
{
    /// <summary>True when the bound is the square root of <see cref="Value"/>.</summary>
    public bool IsSquare => Power == 2;

    internal int CompareTo(Ratio divisor) => Value.CompareTo(divisor.Power(Power));
}
