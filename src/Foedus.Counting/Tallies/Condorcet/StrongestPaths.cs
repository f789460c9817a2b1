using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>
/// The strongest path from each candidate to each other: a path of victories is as strong as its weakest, and one is ranked above
/// another when its strongest path is stronger than the way back (M. Schulze, "A new monotonic, clone-independent, reversal symmetric,
/// and Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011). Candidates are numbered as in the
/// matrix.
/// </summary>
public sealed class StrongestPaths
{
    private readonly int[] ranks;
    private readonly Defeats defeats;

    /// <summary>Cost: O(n³) comparisons for n candidates, eight or more at a time (Floyd 1962; Warshall 1962).</summary>
    public StrongestPaths(PairwiseMatrix matrix, DefeatStrength strength = DefeatStrength.WinningVotes)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Size = matrix.Size;
        defeats = Defeats.Of(matrix, strength);
        ranks = [.. defeats.Ranks];
        for (var middle = 0; middle < Size; middle++)
        {
            var through = ranks.AsSpan(middle * Size, Size);
            for (var from = 0; from < Size; from++)
            {
                var first = ranks[(from * Size) + middle];
                if (from == middle || first == 0) continue;
                Widen(ranks.AsSpan(from * Size, Size), through, first);
            }
        }

        for (var i = 0; i < Size; i++) ranks[(i * Size) + i] = 0;
    }

    public int Size { get; }

    /// <summary>The votes, or the margin, of the weakest victory on the strongest path; null when no path of victories leads there.</summary>
    public Int128? this[int from, int to]
    {
        get
        {
            var rank = ranks[(from * Size) + to];
            return rank == 0 ? null : defeats.Figure(rank);
        }
    }

    /// <summary>Whether the first is ranked above the second. The relation is transitive (Schulze 2011, section 4.1).</summary>
    public bool IsAbove(int first, int second) => ranks[(first * Size) + second] > ranks[(second * Size) + first];

    /// <summary>
    /// The candidates in tiers: the first holds everybody above whom nobody is ranked (the potential winners), the next the same among
    /// the rest. Each tier ascending.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> Tiers() => Tiering.Of(Size, IsAbove);

    // row = max(row, min(first, through)), in vectors and then one by one.
    private static void Widen(Span<int> row, ReadOnlySpan<int> through, int first)
    {
        var rows = MemoryMarshal.Cast<int, Vector<int>>(row);
        var ways = MemoryMarshal.Cast<int, Vector<int>>(through);
        var limit = new Vector<int>(first);
        for (var i = 0; i < rows.Length; i++) rows[i] = Vector.Max(rows[i], Vector.Min(limit, ways[i]));
        for (var i = rows.Length * Vector<int>.Count; i < row.Length; i++) row[i] = Math.Max(row[i], Math.Min(first, through[i]));
    }
}
