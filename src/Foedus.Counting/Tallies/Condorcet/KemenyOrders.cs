using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The orders against which the fewest preferences of the papers stand (J. G. Kemeny, "Mathematics without numbers", Daedalus 88, 1959;
/// H. P. Young, "Condorcet's theory of voting", American Political Science Review 82, 1988). All best orders are held at once. The
/// candidates are first split into tiers, each of whom beats everybody of the later ones: every best order keeps the tiers (Truchon
/// 1998), and each tier is solved by itself over its subsets (Held and Karp 1962). Candidates are numbered as in the matrix.
/// </summary>
public sealed class KemenyOrders
{
    /// <summary>The most candidates of one tier: 2^20 subsets, 25 megabytes.</summary>
    public const int MostInTier = 20;

    private readonly PairwiseMatrix matrix;
    private readonly ImmutableArray<ImmutableArray<int>> tiers;
    private readonly KemenyTier?[] solved;

    private KemenyOrders(PairwiseMatrix matrix, ImmutableArray<ImmutableArray<int>> tiers, KemenyTier?[] solved)
    {
        this.matrix = matrix;
        this.tiers = tiers;
        this.solved = solved;
    }

    /// <summary>
    /// The best orders of the first places. Cost: 2^m × m additions for each tier of m candidates that is needed.
    /// </summary>
    /// <param name="matrix">The pairs.</param>
    /// <param name="places">How many places are asked for, from the top; tiers wholly below are not solved.</param>
    /// <returns>Null when a tier that is needed has more than <see cref="MostInTier"/> candidates.</returns>
    public static KemenyOrders? Of(PairwiseMatrix matrix, int places)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var tiers = new MajorityRelation(matrix).Tiers;
        var solved = new KemenyTier?[tiers.Length];
        var before = 0;
        for (var i = 0; i < tiers.Length && before < places; i++)
        {
            if (tiers[i].Length > MostInTier) return null;
            solved[i] = new KemenyTier(matrix, tiers[i]);
            before += tiers[i].Length;
        }

        return new KemenyOrders(matrix, tiers, solved);
    }

    /// <summary>
    /// How many preferences of papers stand against a best order: those inside the tiers that were solved, and of their members against
    /// everybody in later tiers.
    /// </summary>
    public BigInteger Against
    {
        get
        {
            var sum = BigInteger.Zero;
            for (var i = 0; i < tiers.Length && solved[i] is { } tier; i++)
            {
                sum += tier.Against;
                foreach (var above in tiers[i])
                {
                    for (var later = i + 1; later < tiers.Length; later++)
                        foreach (var below in tiers[later]) sum += matrix[below, above];
                }
            }

            return sum;
        }
    }

    /// <summary>How many best orders there are of the tiers that were solved.</summary>
    public BigInteger Count => solved.Aggregate(BigInteger.One, (product, tier) => product * (tier?.Count ?? 1));

    /// <summary>Who may stand next in a best order that begins so, ascending; empty when the solved tiers are used up.</summary>
    /// <param name="first">The candidates placed so far, from the top, each as this method allowed it.</param>
    public ImmutableArray<int> Next(IReadOnlyCollection<int> first)
    {
        for (var i = 0; i < tiers.Length; i++)
        {
            ImmutableArray<int> rest = [.. tiers[i].Where(candidate => !first.Contains(candidate))];
            if (rest.IsEmpty) continue;
            return solved[i] is { } tier ? tier.Next(rest) : [];
        }

        return [];
    }
}
