using System.Numerics;

namespace Foedus.Counting;

/// <summary>Logarithms to the base 2 in parts of 2^-256, for the few cells where <see cref="FixedLog"/> cannot tell. They too only point the way.</summary>
internal static class FineLog
{
    public const int Bits = 256;

    private const int Guard = 32;
    private static readonly Lazy<BigInteger[]> Roots = new(MakeRoots);

    /// <summary>The logarithm of a fraction above zero, within two parts.</summary>
    public static BigInteger Of(Ratio value) => Of(value.Numerator) - (value.IsInteger ? BigInteger.Zero : Of(value.Denominator));

    /// <summary>Two to the power of a logarithm, within some parts of 2^-256 of itself.</summary>
    public static Ratio Power(BigInteger log)
    {
        var whole = (int)(log >> Bits);
        var part = log - ((BigInteger)whole << Bits);
        var mantissa = BigInteger.One << (Bits + Guard);
        for (var bit = 1; bit <= Bits; bit++)
            if (!((part >> (Bits - bit)) & 1).IsZero) mantissa = (mantissa * Roots.Value[bit]) >> (Bits + Guard);
        var shift = whole - Bits - Guard;
        return shift >= 0 ? (Ratio)(mantissa << shift) : Ratio.Of(mantissa, BigInteger.One << -shift);
    }

    private static BigInteger Of(BigInteger value)
    {
        const int width = Bits + Guard;
        var length = (int)value.GetBitLength();
        if (value.IsPowerOfTwo) return (BigInteger)(length - 1) << Bits;
        var mantissa = length <= width ? value << (width - length) : value >> (length - width);
        BigInteger result = length - 1;
        for (var bit = 0; bit < Bits; bit++)
        {
            mantissa *= mantissa;
            var doubles = mantissa.GetBitLength() == 2 * width;
            mantissa >>= doubles ? width : width - 1;
            result = (result << 1) + (doubles ? BigInteger.One : BigInteger.Zero);
        }

        return result;
    }

    private static BigInteger[] MakeRoots()
    {
        var roots = new BigInteger[Bits + 1];
        var value = BigInteger.One << (Bits + Guard + 1);
        for (var i = 1; i < roots.Length; i++)
        {
            value = ((Ratio)(value << (Bits + Guard))).RootFloor();
            roots[i] = value;
        }

        return roots;
    }
}
