using System.Numerics;

namespace Foedus.Counting;

public readonly partial struct Ratio
{
    /// <summary>The largest whole number not above this.</summary>
    public BigInteger Floor()
    {
        if (IsInteger) return Numerator;
        if (_wide is null) return _numerator >= 0 ? _numerator / SmallDenominator : ((_numerator + 1) / SmallDenominator) - 1;
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least whole number not below this.</summary>
    public BigInteger Ceiling() => IsInteger ? Numerator : Floor() + 1;

    /// <summary>The nearest whole number; an exact half goes up (towards the greater number, also below zero).</summary>
    public BigInteger RoundHalfUp() => (this + Half).Floor();

    /// <summary>The whole number this becomes under a rule of rounding, or the exact value for <see cref="Rounding.Exact"/>.</summary>
    public Ratio Round(Rounding rounding) => rounding switch
    {
        Rounding.Down => Floor(),
        Rounding.Up => Ceiling(),
        Rounding.HalfUp => RoundHalfUp(),
        Rounding.HalfDown => (this - Half).Ceiling(),
        _ => this,
    };

    public Ratio Abs() => Sign < 0 ? -this : this;

    /// <summary>This to a whole power, not below zero; 1 for the power 0.</summary>
    public Ratio Power(int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        return exponent switch
        {
            0 => One,
            1 => this,
            2 => this * this,
            _ => Store(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent)),
        };
    }

    /// <summary>The quotient; false when the divisor is zero.</summary>
    public static bool TryDivide(Ratio dividend, Ratio divisor, out Ratio quotient)
    {
        quotient = default;
        if (divisor.IsZero) return false;
        quotient = dividend / divisor;
        return true;
    }

    public static Ratio operator +(Ratio value) => value;

    public static Ratio operator -(Ratio value) =>
        value._wide is null && value._numerator != long.MinValue
            ? new Ratio(-value._numerator, value.SmallDenominator)
            : Store(-value.Numerator, value.Denominator);

    public static Ratio operator +(Ratio left, Ratio right)
    {
        if (left._wide is null && right._wide is null)
        {
            // Whole numbers, which most are, take no 128 bits.
            if ((left._denominatorLessOne | right._denominatorLessOne) == 0 && unchecked(left._numerator + right._numerator) is var sum
                && ((left._numerator ^ sum) & (right._numerator ^ sum)) >= 0)
            {
                return new Ratio(sum, 1);
            }

            if (left._denominatorLessOne == right._denominatorLessOne)
                return FromSmall((Int128)left._numerator + right._numerator, left.SmallDenominator);
            return FromSmall(
                ((Int128)left._numerator * right.SmallDenominator) + ((Int128)right._numerator * left.SmallDenominator),
                (Int128)left.SmallDenominator * right.SmallDenominator);
        }

        return Reduce(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator);
    }

    public static Ratio operator -(Ratio left, Ratio right) => left + -right;

    public static Ratio operator *(Ratio left, Ratio right)
    {
        if (left._wide is null && right._wide is null)
        {
            if ((left._denominatorLessOne | right._denominatorLessOne) == 0 && Math.BigMul(left._numerator, right._numerator, out var product) == product >> 63)
                return new Ratio(product, 1);
            return FromSmall(
                (Int128)left._numerator * right._numerator,
                (Int128)left.SmallDenominator * right.SmallDenominator);
        }

        return Reduce(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
    }

    /// <exception cref="DivideByZeroException">The divisor is zero. Use <see cref="TryDivide"/> for figures from outside.</exception>
    public static Ratio operator /(Ratio left, Ratio right)
    {
        if (left._wide is not null || right._wide is not null || right._numerator == 0)
            return Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
        var numerator = (Int128)left._numerator * right.SmallDenominator;
        var denominator = (Int128)left.SmallDenominator * right._numerator;
        return denominator < 0 ? FromSmall(-numerator, -denominator) : FromSmall(numerator, denominator);
    }

    // The sums and products of two 64-bit fractions fit 127 bits; most results fit 64 again.
    private static Ratio FromSmall(Int128 numerator, Int128 denominator)
    {
        if (denominator == 1 && numerator >= long.MinValue && numerator <= long.MaxValue)
            return new Ratio((long)numerator, 1);
        if (denominator > long.MaxValue || numerator > long.MaxValue || numerator <= long.MinValue)
            return Reduce((BigInteger)numerator, (BigInteger)denominator);

        var n = (long)numerator;
        var d = (long)denominator;
        var common = GreatestCommonDivisor(Math.Abs(n), d);
        return new Ratio(n / common, d / common);
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
