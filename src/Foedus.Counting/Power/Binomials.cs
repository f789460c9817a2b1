using System.Numerics;

namespace Foedus.Counting;

/// <summary>Binomial coefficients and what goes with them.</summary>
internal static class Binomials
{
    /// <summary>n over 0, 1, ... n.</summary>
    public static BigInteger[] Row(int n)
    {
        if (n < 0) return [];
        var row = new BigInteger[n + 1];
        row[0] = BigInteger.One;
        for (var k = 1; k <= n; k++) row[k] = row[k - 1] * (n - k + 1) / k;
        return row;
    }

    /// <summary>n over k, as a product of the powers of its primes (Legendre), multiplied in halves: fast for a million.</summary>
    public static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n) return BigInteger.Zero;
        var composite = new bool[n + 1];
        var factors = new List<BigInteger>();
        for (var p = 2; p <= n; p++)
        {
            if (composite[p]) continue;
            for (var multiple = (long)p * p; multiple <= n; multiple += p) composite[multiple] = true;
            var power = 0;
            for (var q = (long)p; q <= n; q *= p) power += (int)((n / q) - (k / q) - ((n - k) / q));
            if (power > 0) factors.Add(BigInteger.Pow(p, power));
        }

        return Product(factors, 0, factors.Count);
    }

    /// <summary>
    /// n over k and all above it added up: half of all and what lies between k and the middle, or the end alone, whichever is shorter, as one
    /// fraction by halves (Haible and Papanikolaou 1998).
    /// </summary>
    public static BigInteger Above(int n, int k)
    {
        if (k <= 0) return BigInteger.One << n;
        if (k > n) return BigInteger.Zero;
        if (2 * (long)k <= n) return (BigInteger.One << n) - Above(n, n - k + 1);
        var middle = (n / 2) + 1;
        var upper = n % 2 == 1 ? BigInteger.One << (n - 1) : ((BigInteger.One << n) - Choose(n, n / 2)) >> 1;
        return n - k < k - middle ? Run(n, k, n + 1) : upper - Run(n, middle, k);
    }

    // n over from and those after it, up to but without the end.
    private static BigInteger Run(int n, int from, int end)
    {
        if (from >= end) return BigInteger.Zero;
        var (_, below, sum) = Series(n, from, end);
        return Choose(n, from) * sum / below;
    }

    // Terms from a to b, the first being one: the ratio of the term at b to that at a, and the sum, over one denominator.
    private static (BigInteger Ratio, BigInteger Below, BigInteger Sum) Series(int n, int a, int b)
    {
        if (b - a == 1) return (n - a, a + 1, a + 1);
        var half = a + ((b - a) / 2);
        var (left, right) = (Series(n, a, half), Series(n, half, b));
        return (left.Ratio * right.Ratio, left.Below * right.Below, (left.Sum * right.Below) + (left.Ratio * right.Sum));
    }

    private static BigInteger Product(List<BigInteger> factors, int from, int end) => (end - from) switch
    {
        0 => BigInteger.One,
        1 => factors[from],
        var count => Product(factors, from, from + (count / 2)) * Product(factors, from + (count / 2), end),
    };

    /// <summary>
    /// The weights of Shapley and Shubik on one denominator: s! (n - 1 - s)! / n! for s from 0 to n - 1, the denominator being the least common
    /// multiple of 1 to n (Farhi, American Mathematical Monthly 116, 2009: it is n times the least common multiple of the row n - 1).
    /// </summary>
    public static (BigInteger[] Weights, BigInteger Denominator) OrderWeights(int n)
    {
        if (n < 1) return ([], BigInteger.One);
        var common = BigInteger.One;
        for (var k = 2; k <= n; k++) common *= PrimeOf(k);
        var weights = new BigInteger[n];
        weights[0] = common / n;
        for (var s = 1; s < n; s++) weights[s] = weights[s - 1] * s / (n - s);
        return (weights, common);
    }

    // p for a power of a prime p, else 1.
    private static int PrimeOf(int k)
    {
        for (var p = 2; p * p <= k; p++)
        {
            if (k % p != 0) continue;
            while (k % p == 0) k /= p;
            return k == 1 ? p : 1;
        }

        return k;
    }
}
