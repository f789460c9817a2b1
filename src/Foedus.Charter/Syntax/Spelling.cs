using System.Buffers;

namespace Foedus.Charter.Syntax;

/// <summary>Finds the word that was probably meant.</summary>
public static class Spelling
{
    private const int Longest = 64;

    /// <summary>The candidate nearest to a word, or null if none is near: at most a third of the letters may differ, and never more than three. The first of equals wins.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => Nearest(word, candidates, sorted: false);

    /// <summary>The same as if the candidates were sorted, in one pass over them.</summary>
    public static string? NearestSorted(string word, IEnumerable<string> candidates) => Nearest(word, candidates, sorted: true);

    private static string? Nearest(string word, IEnumerable<string> candidates, bool sorted)
    {
        if (word.Length is 0 or > Longest) return null;
        string? best = null;
        var limit = Math.Min(3, Math.Max(1, (word.Length + 1) / 3));
        var nearest = limit + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit || candidate.Length > Longest || candidate.Length < 2) continue;
            var distance = Distance(word, candidate);
            if (distance > nearest || distance >= candidate.Length) continue;
            if (distance == nearest && (best is null || !sorted || string.CompareOrdinal(candidate, best) >= 0)) continue;
            nearest = distance;
            best = candidate;
        }
        return best;
    }

    /// <summary>How many letters have to be put in, taken out, replaced or swapped with their neighbour (F. Damerau 1964, in the restricted form).</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = b.Length + 1;
        var rented = ArrayPool<int>.Shared.Rent(3 * width);
        var before = rented.AsSpan(0, width);
        var last = rented.AsSpan(width, width);
        var row = rented.AsSpan(2 * width, width);
        for (var j = 0; j < width; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) value = Math.Min(value, before[j - 2] + 1);
                row[j] = value;
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        var distance = last[width - 1];
        ArrayPool<int>.Shared.Return(rented);
        return distance;
    }
}
