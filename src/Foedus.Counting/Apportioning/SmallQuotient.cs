namespace Foedus.Counting;

/// <summary>A fraction of 64-bit numbers that is only compared: not in lowest terms, so making one costs no division. The bottom is above zero.</summary>
internal readonly struct SmallQuotient(long top, long bottom) : IComparable<SmallQuotient>
{
    private readonly long _top = top;
    private readonly long _bottom = bottom;

    public int CompareTo(SmallQuotient other)
    {
        var left = Math.BigMul(_top, other._bottom, out var leftLow);
        var right = Math.BigMul(other._top, _bottom, out var rightLow);
        return left != right ? left.CompareTo(right) : unchecked((ulong)leftLow).CompareTo(unchecked((ulong)rightLow));
    }
}
