using System.Numerics;

namespace Foedus.Counting;

/// <summary>A fraction of any size that is only compared. The bottom is above zero.</summary>
internal readonly struct WideQuotient(BigInteger top, BigInteger bottom) : IComparable<WideQuotient>
{
    private readonly BigInteger _top = top;
    private readonly BigInteger _bottom = bottom;

    public int CompareTo(WideQuotient other) => (_top * other._bottom).CompareTo(other._top * _bottom);
}
