namespace Foedus.Counting;

/// <summary>A weight as far as it is known: at least so much, at most so much.</summary>
/// <param name="Low">The least; never below zero.</param>
/// <param name="High">The greatest; null if nothing bounds it.</param>
/// <param name="Above">True if it is more than the least and not equal to it.</param>
public readonly record struct WeightBounds(Ratio Low, Ratio? High, bool Above = false)
{
    public static WeightBounds None => new(Ratio.Zero, Ratio.Zero);

    /// <summary>Nothing is known but that there is some.</summary>
    public static WeightBounds Some => new(Ratio.Zero, null, Above: true);

    /// <summary>Nothing is known; it may be nothing.</summary>
    public static WeightBounds Any => new(Ratio.Zero, null);

    public bool IsExact => High is { } high && high == Low;

    public bool IsZero => IsExact && Low.IsZero;

    public static WeightBounds Exactly(Ratio weight) => new(weight, weight);

    public static WeightBounds operator +(WeightBounds left, WeightBounds right) =>
        new(left.Low + right.Low, left.High is { } a && right.High is { } b ? a + b : null, left.Above || right.Above);

    /// <summary>So many times the weight; the factor is not negative.</summary>
    public static WeightBounds operator *(Ratio factor, WeightBounds weight) =>
        factor.IsZero ? None : new(factor * weight.Low, weight.High is { } high ? factor * high : null, weight.Above);
}
