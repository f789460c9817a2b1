using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// An exact fraction of two whole numbers, always in lowest terms with a positive denominator.
/// Everything that Foedus counts is one of these: seats, shares, figures, quotas, thresholds.
/// Values whose numerator and denominator fit 64 bits are held without allocation; larger ones fall back
/// to <see cref="BigInteger"/>. No operation rounds unless its name says so. <c>default</c> is zero.
/// </summary>
public readonly partial struct Ratio : IEquatable<Ratio>, IComparable<Ratio>, IComparable
{
    // The denominator is kept less one, so that default(Ratio) is 0/1. Large values live in _wide alone.
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly Wide? _wide;

    private Ratio(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
        _wide = null;
    }

    private Ratio(Wide wide)
    {
        _numerator = 0;
        _denominatorLessOne = 0;
        _wide = wide;
    }

    private sealed record Wide(BigInteger Numerator, BigInteger Denominator);

    public static Ratio Zero => default;

    public static Ratio One => new(1, 1);

    public static Ratio Half => new(1, 2);

    /// <summary>The numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator => _wide is null ? _numerator : _wide.Numerator;

    /// <summary>The denominator in lowest terms; at least 1.</summary>
    public BigInteger Denominator => _wide is null ? _denominatorLessOne + 1 : _wide.Denominator;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _wide is null ? Math.Sign(_numerator) : _wide.Numerator.Sign;

    public bool IsZero => Sign == 0;

    public bool IsInteger => _wide is null ? _denominatorLessOne == 0 : _wide.Denominator.IsOne;

    private long SmallDenominator => _denominatorLessOne + 1;

    /// <summary>The fraction numerator / denominator in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero. Use <see cref="TryCreate"/> for figures from outside.</exception>
    public static Ratio Of(BigInteger numerator, BigInteger denominator) =>
        TryCreate(numerator, denominator, out var ratio)
            ? ratio
            : throw new DivideByZeroException("A fraction needs a denominator other than zero.");

    /// <summary>The fraction in lowest terms; false when the denominator is zero.</summary>
    public static bool TryCreate(BigInteger numerator, BigInteger denominator, out Ratio ratio)
    {
        ratio = default;
        if (denominator.IsZero) return false;
        ratio = Reduce(numerator, denominator);
        return true;
    }

    /// <summary>The fraction in lowest terms, without a detour; the denominator is above zero.</summary>
    internal static Ratio OfSmall(long numerator, long denominator) => FromSmall(numerator, denominator);

    public static implicit operator Ratio(long value) => new(value, 1);

    public static implicit operator Ratio(BigInteger value) => Store(value, BigInteger.One);

    /// <summary>The value as a 64-bit whole number; false when it has a fractional part or does not fit.</summary>
    public bool TryToInt64(out long value)
    {
        value = _numerator;
        return _wide is null && _denominatorLessOne == 0;
    }

    /// <summary>Numerator and denominator where both fit 64 bits.</summary>
    internal bool TryGetSmall(out long numerator, out long denominator)
    {
        numerator = _numerator;
        denominator = SmallDenominator;
        return _wide is null;
    }

    public bool Equals(Ratio other) =>
        _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne && Equals(_wide, other._wide);

    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorLessOne, _wide);

    public int CompareTo(Ratio other)
    {
        if (_wide is null && other._wide is null)
        {
            return _denominatorLessOne == other._denominatorLessOne
                ? _numerator.CompareTo(other._numerator)
                : ((Int128)_numerator * other.SmallDenominator).CompareTo((Int128)other._numerator * SmallDenominator);
        }

        return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Ratio other => CompareTo(other),
        _ => throw new ArgumentException("Only a Ratio can be compared with a Ratio.", nameof(obj)),
    };

    public static bool operator ==(Ratio left, Ratio right) => left.Equals(right);

    public static bool operator !=(Ratio left, Ratio right) => !left.Equals(right);

    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    public static Ratio Min(Ratio left, Ratio right) => left <= right ? left : right;

    public static Ratio Max(Ratio left, Ratio right) => left >= right ? left : right;

    private static Ratio Reduce(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
        {
            numerator = -numerator;
            denominator = -denominator;
        }

        if (denominator <= long.MaxValue && numerator <= long.MaxValue && numerator > long.MinValue)
            return FromSmall((long)numerator, (long)denominator);

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return common.IsOne ? Store(numerator, denominator) : Store(numerator / common, denominator / common);
    }

    // Lowest terms are given; a value is wide only when it does not fit, so that equality is by fields.
    private static Ratio Store(BigInteger numerator, BigInteger denominator) =>
        numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new Ratio((long)numerator, (long)denominator)
            : new Ratio(new Wide(numerator, denominator));
}
