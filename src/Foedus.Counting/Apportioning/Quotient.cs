using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// A fraction that is only compared: not in lowest terms, so making one costs no division. The bottom is above zero.
/// </summary>
internal readonly struct Quotient : IComparable<Quotient>
{
    private readonly long _top;
    private readonly long _bottom;
    private readonly Wide? _wide;

    public Quotient(Int128 top, Int128 bottom)
    {
        if (top >= long.MinValue && top <= long.MaxValue && bottom <= long.MaxValue)
        {
            _top = (long)top;
            _bottom = (long)bottom;
        }
        else
        {
            _wide = new Wide((BigInteger)top, (BigInteger)bottom);
        }
    }

    public Quotient(BigInteger top, BigInteger bottom) => _wide = new Wide(top, bottom);

    private sealed record Wide(BigInteger Top, BigInteger Bottom);

    private BigInteger Top => _wide?.Top ?? _top;

    private BigInteger Bottom => _wide?.Bottom ?? _bottom;

    public Ratio Value => Ratio.Of(Top, Bottom);

    public int CompareTo(Quotient other) =>
        _wide is null && other._wide is null
            ? ((Int128)_top * other._bottom).CompareTo((Int128)other._top * _bottom)
            : (Top * other.Bottom).CompareTo(other.Top * Bottom);
}
