using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Foedus.Counting;

/// <summary>
/// Counts kept as remainders by 2^32 and by primes below 2^31, one at a time, and put together again by the Chinese remainder theorem (Garner
/// 1959). Adding needs no carry from word to word and goes many at a time.
/// </summary>
internal sealed class Residues
{
    private const uint LargestPrime = 2_147_483_647;

    private readonly BigInteger[] _products;
    private readonly ulong[] _inverses;

    /// <summary>Moduli whose product is above a number.</summary>
    public Residues(BigInteger above)
    {
        var moduli = new List<uint> { 0 };
        var products = new List<BigInteger> { BigInteger.One };
        var inverses = new List<ulong> { 1 };
        var product = BigInteger.One << 32;
        var next = LargestPrime;
        while (product <= above)
        {
            while (!IsPrime(next)) next -= 2;
            moduli.Add(next);
            products.Add(product);
            inverses.Add(Inverse((ulong)(product % next), next));
            product *= next;
            next -= 2;
        }

        Moduli = [.. moduli];
        _products = [.. products];
        _inverses = [.. inverses];
    }

    /// <summary>The moduli. The first is 2^32, written 0.</summary>
    public uint[] Moduli { get; }

    private static bool IsPrime(uint number)
    {
        for (uint divisor = 3; divisor * divisor <= number; divisor += 2)
            if (number % divisor == 0) return false;
        return true;
    }

    /// <summary>to[i] += from[i], from the end to the beginning, so that both may be the same memory where "to" lies above "from".</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<uint> to, ReadOnlySpan<uint> from, uint modulus)
    {
        unchecked
        {
            var left = (nuint)to.Length;
            ref var first = ref MemoryMarshal.GetReference(to);
            ref var second = ref MemoryMarshal.GetReference(from[..to.Length]);
            if (Vector512.IsHardwareAccelerated) left = AddWide(ref first, ref second, left, modulus);
            var moduli = new Vector<uint>(modulus);
            var width = (nuint)Vector<uint>.Count;
            for (; left >= width; left -= width)
            {
                // Both are below the modulus; a sum below it wraps to a large number when the modulus is taken away. Nothing is taken away for 2^32.
                var sum = Vector.LoadUnsafe(ref first, left - width) + Vector.LoadUnsafe(ref second, left - width);
                Vector.Min(sum, sum - moduli).StoreUnsafe(ref first, left - width);
            }

            while (left > 0)
            {
                left--;
                to[(int)left] = Sum(to[(int)left], from[(int)left], modulus);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static nuint AddWide(ref uint first, ref uint second, nuint left, uint modulus)
    {
        unchecked
        {
            const nuint Width = 16;
            var moduli = Vector512.Create(modulus);
            for (; left >= 2 * Width; left -= 2 * Width)
            {
                // Everything is read before anything is written.
                var (high, low) = (left - Width, left - (2 * Width));
                var one = Vector512.LoadUnsafe(ref first, high) + Vector512.LoadUnsafe(ref second, high);
                var other = Vector512.LoadUnsafe(ref first, low) + Vector512.LoadUnsafe(ref second, low);
                Vector512.Min(one, one - moduli).StoreUnsafe(ref first, high);
                Vector512.Min(other, other - moduli).StoreUnsafe(ref first, low);
            }

            return left;
        }
    }

    public static uint Sum(uint one, uint other, uint modulus)
    {
        var sum = unchecked(one + other);
        return modulus != 0 && sum >= modulus ? sum - modulus : sum;
    }

    public static uint Difference(uint one, uint other, uint modulus) =>
        one >= other || modulus == 0 ? unchecked(one - other) : one + modulus - other;

    public static uint Of(BigInteger number, uint modulus) => (uint)(number % (modulus == 0 ? 1L << 32 : modulus));

    /// <summary>The number below the product of the moduli that leaves these remainders.</summary>
    public BigInteger Gather(ReadOnlySpan<uint> remainders)
    {
        BigInteger number = remainders[0];
        for (var i = 1; i < Moduli.Length; i++)
        {
            ulong modulus = Moduli[i];
            var lacking = (remainders[i] + modulus - (ulong)(number % modulus)) % modulus;
            number += _products[i] * (lacking * _inverses[i] % modulus);
        }

        return number;
    }

    private static ulong Inverse(ulong number, ulong prime)
    {
        // Fermat: number^(prime - 2).
        var power = 1UL;
        for (var exponent = prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) power = power * number % prime;
            number = number * number % prime;
        }

        return power;
    }
}
