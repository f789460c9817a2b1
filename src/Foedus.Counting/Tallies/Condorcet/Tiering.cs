using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Tiers of a transitive relation: those above whom nobody is, then the same among the rest. Cost: O(n²).</summary>
internal static class Tiering
{
    public static ImmutableArray<ImmutableArray<int>> Of(int size, Func<int, int, bool> isAbove)
    {
        var above = new int[size];
        for (var a = 0; a < size; a++)
        {
            for (var b = 0; b < size; b++)
                if (isAbove(a, b)) above[b]++;
        }

        var tiers = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var placed = 0; placed < size;)
        {
            ImmutableArray<int> tier = [.. Enumerable.Range(0, size).Where(candidate => above[candidate] == 0)];
            foreach (var a in tier)
            {
                above[a] = -1;
                for (var b = 0; b < size; b++)
                    if (above[b] > 0 && isAbove(a, b)) above[b]--;
            }

            placed += tier.Length;
            tiers.Add(tier);
        }

        return tiers.ToImmutable();
    }
}
