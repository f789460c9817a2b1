using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Who beats whom in a matrix of pairs, and the sets that follow from it. Candidates are numbered as in the matrix.</summary>
public sealed class MajorityRelation
{
    /// <summary>Cost: O(n²) for n candidates, and O(m³ / 64) for the m of the Smith set.</summary>
    public MajorityRelation(PairwiseMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var size = matrix.Size;
        var wins = new int[size];
        var draws = new int[size];
        for (var a = 0; a < size; a++)
        {
            for (var b = 0; b < size; b++)
            {
                if (a == b) continue;
                var margin = matrix.Margin(a, b);
                if (margin > 0) wins[a]++;
                else if (margin == 0) draws[a]++;
            }
        }

        Wins = [.. wins];
        Draws = [.. draws];
        var winner = Array.IndexOf(wins, size - 1);
        CondorcetWinner = winner < 0 ? null : winner;
        Tiers = Strata(matrix, wins, draws);
        SchwartzSet = size == 0 ? [] : Schwartz(matrix, Tiers[0]);
    }

    /// <summary>How many others each beats.</summary>
    public ImmutableArray<int> Wins { get; }

    /// <summary>With how many others each is level.</summary>
    public ImmutableArray<int> Draws { get; }

    /// <summary>The one who beats every other (Condorcet 1785); null when there is none.</summary>
    public int? CondorcetWinner { get; }

    /// <summary>The fewest who each beat everybody outside (Good 1971; Smith 1973). Ascending; empty without candidates.</summary>
    public ImmutableArray<int> SmithSet => Tiers.IsEmpty ? [] : Tiers[0];

    /// <summary>
    /// The union of the least sets whom nobody outside beats (Schwartz 1972): inside the Smith set, smaller where there are level
    /// pairs. Ascending.
    /// </summary>
    public ImmutableArray<int> SchwartzSet { get; }

    /// <summary>
    /// The candidates in tiers: each of a tier beats everybody of every later one, and no tier can be split so. The first is the Smith
    /// set.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> Tiers { get; }

    // By falling Copeland score a prefix is a tier's end when its scores are the most they can be: everybody in it beats all others.
    private static ImmutableArray<ImmutableArray<int>> Strata(PairwiseMatrix matrix, int[] wins, int[] draws)
    {
        var size = matrix.Size;
        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(a => (2L * wins[a]) + draws[a]).ThenBy(a => a)];
        var tiers = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var start = 0;
        var sum = 0L;
        for (var end = 1; end <= size; end++)
        {
            // Inside a prefix of p every pair gives 2 points in all; against the rest each victory gives 2.
            var last = order[end - 1];
            sum += (2L * wins[last]) + draws[last];
            var most = ((long)end * (end - 1)) + (2L * end * (size - end));
            if (sum < most) continue;
            tiers.Add([.. order[start..end].Order()]);
            start = end;
        }

        return tiers.ToImmutable();
    }

    private static ImmutableArray<int> Schwartz(PairwiseMatrix matrix, ImmutableArray<int> smith)
    {
        var reach = new Reach(smith.Length);
        for (var a = 0; a < smith.Length; a++)
        {
            for (var b = 0; b < smith.Length; b++)
            {
                if (a != b && matrix.Margin(smith[a], smith[b]) > 0) reach.Add(a, b);
            }
        }

        // Nobody reaches a member without being reached back.
        return
        [
            .. Enumerable.Range(0, smith.Length)
                .Where(a => Enumerable.Range(0, smith.Length).All(b => a == b || !reach[b, a] || reach[a, b]))
                .Select(a => smith[a]),
        ];
    }
}
