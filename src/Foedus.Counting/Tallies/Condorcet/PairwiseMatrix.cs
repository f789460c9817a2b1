using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Foedus.Counting;

/// <summary>
/// How many papers prefer each candidate to each other (Condorcet 1785). Withdrawn candidates are passed over. Candidates are
/// numbered here by their place among those who stand; <see cref="Candidates"/> gives their places in the contest's list.
/// </summary>
public sealed class PairwiseMatrix
{
    /// <summary>The most candidates that are compared: the matrix takes 16 bytes a pair.</summary>
    public const int MostCandidates = 1500;

    private static readonly ConditionalWeakTable<Contest, PairwiseMatrix> Counted = [];

    private readonly Int128[] votes;

    private PairwiseMatrix(ImmutableArray<int> candidates, Int128[] votes)
    {
        Candidates = candidates;
        this.votes = votes;
    }

    /// <summary>Those compared, by their places in the contest's list, ascending.</summary>
    public ImmutableArray<int> Candidates { get; }

    public int Size => Candidates.Length;

    /// <summary>How many papers prefer the first to the second; zero for a candidate and itself.</summary>
    public Int128 this[int preferred, int other] => votes[(preferred * Size) + other];

    /// <summary>By how many papers the first is ahead of the second; below zero when it is behind.</summary>
    public Int128 Margin(int preferred, int other) => this[preferred, other] - this[other, preferred];

    /// <summary>
    /// Counts the pairs of every paper. Exact for any counts: sums of 64-bit counts fit 128 bits. Cost: one addition for each pair that
    /// a paper decides, O(ballots × candidates²) at most; memory 16 bytes a pair.
    /// </summary>
    /// <exception cref="ArgumentException">More than <see cref="MostCandidates"/> candidates stand.</exception>
    public static PairwiseMatrix Of(Contest contest, UnrankedReading unranked = UnrankedReading.LastTogether)
    {
        ArgumentNullException.ThrowIfNull(contest);
        if (unranked == UnrankedReading.LastTogether && Counted.TryGetValue(contest, out var known)) return known;
        ImmutableArray<int> standing =
            [.. Enumerable.Range(0, contest.Candidates.Length).Where(candidate => !contest.Candidates[candidate].Withdrawn)];
        if (standing.Length > MostCandidates) throw new ArgumentException("There are too many candidates to compare in pairs.", nameof(contest));

        var place = new int[contest.Candidates.Length];
        Array.Fill(place, -1);
        for (var i = 0; i < standing.Length; i++) place[standing[i]] = i;
        var votes = contest.Total <= long.MaxValue
            ? Array.ConvertAll(Count<long>(contest, place, standing.Length, unranked), vote => (Int128)vote)
            : Count<Int128>(contest, place, standing.Length, unranked);
        var matrix = new PairwiseMatrix(standing, votes);
        if (unranked == UnrankedReading.LastTogether) Counted.AddOrUpdate(contest, matrix);
        return matrix;
    }

    /// <summary>A matrix given by itself, for results that are published as one.</summary>
    /// <param name="votes">Square: row preferred to column; the diagonal is not read.</param>
    /// <exception cref="ArgumentException">The rows are not as long as there are rows, or a number is below zero.</exception>
    public static PairwiseMatrix Of(params IReadOnlyList<IReadOnlyList<long>> votes)
    {
        var size = votes.Count;
        var cells = new Int128[size * size];
        for (var a = 0; a < size; a++)
        {
            if (votes[a].Count != size) throw new ArgumentException("A matrix of pairs is square.", nameof(votes));
            for (var b = 0; b < size; b++)
            {
                if (a == b) continue;
                ArgumentOutOfRangeException.ThrowIfNegative(votes[a][b], nameof(votes));
                cells[(a * size) + b] = votes[a][b];
            }
        }

        return new PairwiseMatrix([.. Enumerable.Range(0, size)], cells);
    }

    private static T[] Count<T>(Contest contest, int[] place, int size, UnrankedReading unranked)
        where T : struct, IBinaryInteger<T>
    {
        var matrix = new T[size * size];
        var order = new int[size];
        var groupEnd = new int[size];
        var seenIn = new int[size];
        for (var b = 0; b < contest.Ballots.Length; b++)
        {
            var ballot = contest.Ballots[b];
            var ranked = 0;
            foreach (var group in ballot.Ranks)
            {
                var start = ranked;
                foreach (var candidate in group)
                {
                    var at = place[candidate];
                    if (at < 0) continue;
                    order[ranked++] = at;
                    seenIn[at] = b + 1;
                }

                for (var i = start; i < ranked; i++) groupEnd[i] = ranked;
            }

            var compared = ranked;
            if (unranked == UnrankedReading.LastTogether)
            {
                for (var at = 0; at < size; at++)
                    if (seenIn[at] != b + 1) order[compared++] = at;
            }

            var count = T.CreateTruncating(ballot.Count);
            for (var i = 0; i < ranked; i++)
            {
                var row = matrix.AsSpan(order[i] * size, size);
                foreach (var below in order.AsSpan(groupEnd[i], compared - groupEnd[i])) row[below] += count;
            }
        }

        return matrix;
    }
}
