namespace Foedus.Counting;

/// <summary>A bound on a divisor; for the method of equal proportions it is a root, kept as its square.</summary>
/// <param name="Value">The bound, or its square.</param>
/// <param name="IsSquare">True when the bound is the square root of <paramref name="Value"/>.</param>
public readonly record struct DivisorBound(Ratio Value, bool IsSquare);
