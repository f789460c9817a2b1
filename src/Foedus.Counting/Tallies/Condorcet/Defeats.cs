using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The victories of a matrix, with their strengths as small whole numbers: equal strengths have equal numbers.</summary>
internal sealed class Defeats
{
    private readonly PairwiseMatrix matrix;
    private readonly DefeatStrength strength;
    private readonly int[] ranks;

    private Defeats(PairwiseMatrix matrix, DefeatStrength strength, int[] ranks, ImmutableArray<ImmutableArray<(int Winner, int Loser)>> classes)
    {
        this.matrix = matrix;
        this.strength = strength;
        this.ranks = ranks;
        Classes = classes;
    }

    public int Size => matrix.Size;

    /// <summary>The victories of equal strength together, the weakest class first; class 0 holds rank 1.</summary>
    public ImmutableArray<ImmutableArray<(int Winner, int Loser)>> Classes { get; }

    /// <summary>Row by row: 0 where the row does not beat the column, else from 1 for the weakest strength upwards.</summary>
    public ReadOnlySpan<int> Ranks => ranks;

    /// <summary>0 where the first does not beat the second, else from 1 for the weakest strength upwards.</summary>
    public int Rank(int first, int second) => ranks[(first * matrix.Size) + second];

    /// <summary>The figure of a rank as the rule counts it: votes or margin.</summary>
    public Int128 Figure(int rank)
    {
        var (winner, loser) = Classes[rank - 1][0];
        return strength == DefeatStrength.WinningVotes ? matrix[winner, loser] : matrix.Margin(winner, loser);
    }

    /// <summary>Cost: sorting the pairs, O(n² log n) for n candidates.</summary>
    public static Defeats Of(PairwiseMatrix matrix, DefeatStrength strength)
    {
        var size = matrix.Size;
        var pairs = new List<(Int128 First, Int128 Second, int Winner, int Loser)>();
        for (var a = 0; a < size; a++)
        {
            for (var b = 0; b < size; b++)
            {
                var margin = matrix.Margin(a, b);
                if (margin <= 0) continue;
                pairs.Add(strength == DefeatStrength.WinningVotes ? (matrix[a, b], -matrix[b, a], a, b) : (margin, Int128.Zero, a, b));
            }
        }

        pairs.Sort();
        var ranks = new int[size * size];
        var classes = ImmutableArray.CreateBuilder<ImmutableArray<(int, int)>>();
        for (var start = 0; start < pairs.Count;)
        {
            var end = start;
            while (end < pairs.Count && pairs[end].First == pairs[start].First && pairs[end].Second == pairs[start].Second) end++;
            classes.Add([.. pairs.GetRange(start, end - start).Select(pair => (pair.Winner, pair.Loser))]);
            for (var i = start; i < end; i++) ranks[(pairs[i].Winner * size) + pairs[i].Loser] = classes.Count;
            start = end;
        }

        return new Defeats(matrix, strength, ranks, classes.ToImmutable());
    }
}
