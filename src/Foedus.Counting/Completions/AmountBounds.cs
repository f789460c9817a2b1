namespace Foedus.Counting;

/// <summary>Between what an amount lies, over all completions of a poll.</summary>
/// <param name="Low">The least; null if nothing bounds it.</param>
/// <param name="LowAbove">True if it is always more than the least.</param>
/// <param name="High">The greatest; null if nothing bounds it.</param>
/// <param name="HighBelow">True if it is always less than the greatest.</param>
public readonly record struct AmountBounds(Ratio? Low, bool LowAbove, Ratio? High, bool HighBelow)
{
    public static AmountBounds Exactly(Ratio value) => new(value, false, value, false);

    /// <summary>The range, where it has two ends.</summary>
    public RatioRange? Range => Low is { } low && High is { } high ? new RatioRange(low, high) : null;

    /// <summary>The bounds of the amount less than zero by as much.</summary>
    public AmountBounds Reversed => new(-High, HighBelow, -Low, LowAbove);

    /// <summary>Whether an amount is above zero, or not below it.</summary>
    public Truth Truth(bool strict)
    {
        if (Low is { } low && (low.Sign > 0 || (low.IsZero && (!strict || LowAbove))))
            return Counting.Truth.True;
        return High is { } high && (high.Sign < 0 || (high.IsZero && (strict || HighBelow))) ? Counting.Truth.False : Counting.Truth.Open;
    }

    /// <summary>With so much of a weight more; the factor may lie anywhere between two.</summary>
    internal AmountBounds Plus(Ratio least, Ratio most, WeightBounds weight)
    {
        if (least.IsZero && most.IsZero)
            return this;
        var (low, lowAbove) = (Low, LowAbove);
        var (high, highBelow) = (High, HighBelow);
        if (least.Sign < 0)
        {
            low = low is { } l && weight.High is { } w ? l + (least * w) : null;
        }
        else
        {
            low = low is { } l ? l + (least * weight.Low) : null;
            lowAbove |= least.Sign > 0 && weight.Above;
        }

        if (most.Sign > 0)
        {
            high = high is { } h && weight.High is { } w ? h + (most * w) : null;
        }
        else
        {
            high = high is { } h ? h + (most * weight.Low) : null;
            highBelow |= most.Sign < 0 && weight.Above;
        }

        return new AmountBounds(low, lowAbove, high, highBelow);
    }
}
