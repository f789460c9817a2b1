namespace Foedus.Counting;

/// <summary>
/// A figure known only to lie between two values, both possible: "about 140,000", "not less than 300". An exact figure is a
/// range of one value. Arithmetic gives every value that can come out, and no more.
/// </summary>
public readonly record struct RatioRange
{
    /// <summary>The range between two values, in either order.</summary>
    public RatioRange(Ratio one, Ratio other)
    {
        Low = Ratio.Min(one, other);
        High = Ratio.Max(one, other);
    }

    public Ratio Low { get; }

    public Ratio High { get; }

    public bool IsExact => Low == High;

    public static implicit operator RatioRange(Ratio value) => new(value, value);

    public static implicit operator RatioRange(long value) => new(value, value);

    public static RatioRange operator +(RatioRange left, RatioRange right) => new(left.Low + right.Low, left.High + right.High);

    /// <summary>The difference of two figures that do not depend on each other.</summary>
    public static RatioRange operator -(RatioRange left, RatioRange right) => new(left.Low - right.High, left.High - right.Low);

    public static RatioRange operator *(Ratio factor, RatioRange range) => new(factor * range.Low, factor * range.High);

    /// <summary>"12", or "10..14".</summary>
    public override string ToString() => IsExact ? Low.ToString() : $"{Low}..{High}";
}
