using System.Numerics;

namespace Foedus.Counting;

public readonly partial struct Ratio
{
    /// <summary>The largest whole number whose square is not above this; zero for values below zero.</summary>
    public BigInteger RootFloor()
    {
        if (Sign <= 0) return BigInteger.Zero;
        var value = Floor();
        if (value.IsZero) return BigInteger.Zero;

        // Newton's iteration from above comes down to the root and stops.
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var better = (root + (value / root)) / 2;
            if (better >= root) return root;
            root = better;
        }
    }

    /// <summary>
    /// The least whole number whose square is not below this; zero for values below zero. "At least three times half the root of
    /// the members" for a whole tally: <c>(9/4 * members).RootCeiling()</c>.
    /// </summary>
    public BigInteger RootCeiling()
    {
        var floor = RootFloor();
        return Sign <= 0 || floor * floor == this ? floor : floor + 1;
    }

    /// <summary>The whole number nearest to the root, an exact half going up; zero for values below zero.</summary>
    public BigInteger RootHalfUp() => ((4 * this).RootFloor() + 1) / 2;

    /// <summary>The largest whole number whose power of a degree is not above this; zero for values below zero.</summary>
    /// <param name="degree">1 for the whole part, 2 for the square root; at least 1.</param>
    public BigInteger RootFloor(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        if (Sign <= 0) return BigInteger.Zero;
        if (degree == 1) return Floor();
        if (degree == 2) return RootFloor();
        var value = Floor();
        if (value.IsZero) return BigInteger.Zero;
        var root = BigInteger.One << (int)((value.GetBitLength() + degree - 1) / degree);
        while (true)
        {
            var better = (((degree - 1) * root) + (value / BigInteger.Pow(root, degree - 1))) / degree;
            if (better >= root) return root;
            root = better;
        }
    }
}
