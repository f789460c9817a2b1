using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>Units with exactly the same right to the last seats. Each of them gets one of these seats or none.</summary>
/// <param name="Units">The tied units, by their places in the list, ascending.</param>
/// <param name="Places">The seats they tie for; at least 1 and fewer than the units.</param>
public sealed record SeatTie(ImmutableArray<int> Units, int Places)
{
    /// <summary>In how many ways the tie may fall out.</summary>
    public BigInteger Outcomes
    {
        get
        {
            var ways = BigInteger.One;
            for (var i = 1; i <= Places; i++) ways = ways * (Units.Length - Places + i) / i;
            return ways;
        }
    }
}
