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
