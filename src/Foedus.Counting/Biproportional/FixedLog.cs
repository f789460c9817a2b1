using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Logarithms to the base 2 as whole numbers of a small part. They only point the way: every answer is proved with exact fractions after.
/// </summary>
internal static class FixedLog
{
    private const int MantissaBits = 62;
    private static readonly ulong[] Roots = MakeRoots();

    /// <summary>The logarithm in parts of 2^-bits, within one part below the true value.</summary>
    public static long Of(BigInteger value, int bits)
    {
        var length = (int)value.GetBitLength();
        return Of(length <= 64 ? (ulong)value << (64 - length) : (ulong)(value >> (length - 64)), length, bits);
    }

    /// <summary>The same for a number of 64 bits above zero.</summary>
    public static long Of(ulong value, int bits)
    {
        var length = 64 - BitOperations.LeadingZeroCount(value);
        return Of(value << (64 - length), length, bits);
    }

    private static long Of(ulong mantissa, int length, int bits)
    {
        long result = length - 1;
        for (var bit = 0; bit < bits; bit++)
        {
            var high = Math.BigMul(mantissa, mantissa, out var low);
            var doubles = (high >> 63) != 0;
            mantissa = doubles ? high : (high << 1) | (low >> 63);
            result = (result << 1) | (doubles ? 1L : 0L);
        }

        return result;
    }

    /// <summary>The logarithm of a fraction above zero, within one part of the true value.</summary>
    public static long Of(Ratio value, int bits) => Of(value.Numerator, bits) - (value.IsInteger ? 0 : Of(value.Denominator, bits));

    /// <summary>Two to the power of a logarithm, near enough: a fraction with a short numerator or denominator.</summary>
    public static Ratio Power(long log, int bits)
    {
        const int kept = 44;
        var whole = (int)(log >> bits);
        var mantissa = 1UL << MantissaBits;
        for (var bit = 1; bit <= bits; bit++)
        {
            if (((log >> (bits - bit)) & 1) == 0) continue;
            mantissa = (ulong)(((UInt128)mantissa * Roots[bit]) >> MantissaBits);
        }

        var top = (BigInteger)(mantissa >> (MantissaBits - kept));
        var shift = whole - kept;
        return shift >= 0 ? (Ratio)(top << shift) : Ratio.Of(top, BigInteger.One << -shift);
    }

    // The root of two, its root, and so on.
    private static ulong[] MakeRoots()
    {
        var roots = new ulong[MantissaBits];
        var value = BigInteger.One << (MantissaBits + 1);
        for (var i = 1; i < roots.Length; i++)
        {
            value = ((Ratio)(value << MantissaBits)).RootFloor();
            roots[i] = (ulong)value;
        }

        return roots;
    }
}
