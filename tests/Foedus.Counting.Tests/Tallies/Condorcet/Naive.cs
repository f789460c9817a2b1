using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Tallies.Condorcet;

/// <summary>The methods by their definitions, for few candidates.</summary>
internal static class Naive
{
    public static long[,] Matrix(Contest contest)
    {
        var size = contest.Candidates.Length;
        var votes = new long[size, size];
        foreach (var ballot in contest.Ballots)
        {
            for (var a = 0; a < size; a++)
            {
                for (var b = 0; b < size; b++)
                    if (Place(ballot, a) < Place(ballot, b)) votes[a, b] += ballot.Count;
            }
        }

        return votes;
    }

    public static long Beats(long[,] votes, int a, int b) => Math.Sign(votes[a, b] - votes[b, a]);

    /// <summary>The strongest of all simple paths, as (votes of the weakest step, minus votes against).</summary>
    public static (long For, long NotAgainst) Path(long[,] votes, int from, int to, bool margins) =>
        Search(votes, from, to, margins, [from]);

    public static ImmutableArray<int> SchulzeWinners(Contest contest, bool margins)
    {
        var votes = Matrix(contest);
        var size = contest.Candidates.Length;
        return
        [
            .. Enumerable.Range(0, size).Where(a =>
                Enumerable.Range(0, size).All(b => a == b || Path(votes, b, a, margins).CompareTo(Path(votes, a, b, margins)) <= 0)),
        ];
    }

    /// <summary>The winners of ranked pairs over every order of equally strong pairs: the undominated of each.</summary>
    public static SortedSet<int> RankedPairsWinners(Contest contest, bool margins)
    {
        var votes = Matrix(contest);
        var size = contest.Candidates.Length;
        var groups = (
            from a in Enumerable.Range(0, size)
            from b in Enumerable.Range(0, size)
            where Beats(votes, a, b) > 0
            group (a, b) by Strength(votes, a, b, margins) into strength
            orderby strength.Key descending
            select strength.ToArray()).ToList();
        var winners = new SortedSet<int>();
        Lock(0, [], groups.Select(group => group.ToList()).ToList());
        return winners;

        void Lock(int at, ImmutableList<(int From, int To)> locked, List<List<(int, int)>> rest)
        {
            if (at == rest.Count)
            {
                foreach (var candidate in Enumerable.Range(0, size).Where(c => locked.All(pair => pair.To != c))) winners.Add(candidate);
                return;
            }

            foreach (var order in Orders(rest[at]))
            {
                var next = order.Aggregate(locked, (graph, pair) => Reaches(graph, pair.Item2, pair.Item1) ? graph : graph.Add(pair));
                Lock(at + 1, next, rest);
            }
        }
    }

    /// <summary>
    /// The same for up to eight candidates: every graph of who stands above whom that can come about, one pair after another, as bits.
    /// </summary>
    public static SortedSet<int> RankedPairsWinnersByGraph(long[,] votes, bool margins)
    {
        var size = votes.GetLength(0);
        var groups =
            from a in Enumerable.Range(0, size)
            from b in Enumerable.Range(0, size)
            where Beats(votes, a, b) > 0
            group (a, b) by Strength(votes, a, b, margins) into strength
            orderby strength.Key descending
            select strength.ToArray();
        HashSet<ulong> graphs = [0];
        foreach (var group in groups)
        {
            var (done, seen, open) = (new HashSet<ulong>(), new HashSet<ulong>(graphs), new Stack<ulong>(graphs));
            while (open.TryPop(out var graph))
            {
                // A pair that already follows changes nothing whenever it is locked.
                var next = group.Where(pair => !Has(graph, pair.b, pair.a) && !Has(graph, pair.a, pair.b)).Select(pair => With(graph, pair.a, pair.b)).ToList();
                if (next.Count == 0) done.Add(graph);
                foreach (var one in next.Where(seen.Add)) open.Push(one);
            }

            graphs = done;
        }

        return [.. Enumerable.Range(0, size).Where(c => graphs.Any(graph => Enumerable.Range(0, size).All(other => !Has(graph, other, c))))];

        bool Has(ulong graph, int above, int below) => (graph >> ((above * size) + below) & 1) != 0;

        ulong With(ulong graph, int winner, int loser)
        {
            var more = graph;
            for (var a = 0; a < size; a++)
            {
                for (var b = 0; b < size; b++)
                    if ((a == winner || Has(graph, a, winner)) && (b == loser || Has(graph, loser, b))) more |= 1UL << ((a * size) + b);
            }

            return more;
        }
    }

    /// <summary>The least preferences against an order, how many orders have it, and who stands first in one.</summary>
    public static (long Against, int Count, SortedSet<int> First) Kemeny(Contest contest)
    {
        var votes = Matrix(contest);
        var best = (Against: long.MaxValue, Count: 0, First: new SortedSet<int>());
        foreach (var order in Orders([.. Enumerable.Range(0, contest.Candidates.Length)]))
        {
            var against = 0L;
            for (var i = 0; i < order.Count; i++)
            {
                for (var j = i + 1; j < order.Count; j++) against += votes[order[j], order[i]];
            }

            if (against > best.Against) continue;
            if (against < best.Against) best = (against, 0, []);
            best.Count++;
            best.First.Add(order[0]);
        }

        return best;
    }

    /// <summary>Smith: the least set that beats everybody outside. Schwartz: the union of the least sets beaten by nobody outside.</summary>
    public static (SortedSet<int> Smith, SortedSet<int> Schwartz) Sets(Contest contest)
    {
        var votes = Matrix(contest);
        var size = contest.Candidates.Length;
        var all = Enumerable.Range(1, (1 << size) - 1).Select(bits => Enumerable.Range(0, size).Where(c => (bits >> c & 1) != 0).ToArray()).ToList();
        var smith = all.Where(set => Outside(set).All(o => set.All(s => Beats(votes, s, o) > 0))).MinBy(set => set.Length)!;
        var unbeaten = all.Where(set => Outside(set).All(o => set.All(s => Beats(votes, o, s) <= 0))).ToList();
        var least = unbeaten.Where(set => !unbeaten.Exists(other => other.Length < set.Length && other.All(set.Contains)));
        return ([.. smith], [.. least.SelectMany(set => set)]);

        IEnumerable<int> Outside(int[] set) => Enumerable.Range(0, size).Except(set);
    }

    public static IEnumerable<List<T>> Orders<T>(List<T> items)
    {
        if (items.Count <= 1)
        {
            yield return items;
            yield break;
        }

        for (var i = 0; i < items.Count; i++)
        {
            foreach (var rest in Orders([.. items.Where((_, at) => at != i)])) yield return [items[i], .. rest];
        }
    }

    private static (long, long) Strength(long[,] votes, int a, int b, bool margins) =>
        margins ? (votes[a, b] - votes[b, a], 0) : (votes[a, b], -votes[b, a]);

    private static (long, long) Search(long[,] votes, int from, int to, bool margins, ImmutableList<int> seen)
    {
        var best = (0L, long.MinValue);
        for (var next = 0; next < votes.GetLength(0); next++)
        {
            if (seen.Contains(next) || Beats(votes, from, next) <= 0) continue;
            var step = Strength(votes, from, next, margins);
            if (next != to)
            {
                var rest = Search(votes, next, to, margins, seen.Add(next));
                step = step.CompareTo(rest) < 0 ? step : rest;
            }

            if (step.CompareTo(best) > 0) best = step;
        }

        return best;
    }

    private static bool Reaches(ImmutableList<(int From, int To)> graph, int from, int to) =>
        graph.Any(pair => pair.From == from && (pair.To == to || Reaches(graph, pair.To, to)));

    private static int Place(RankedBallot ballot, int candidate)
    {
        for (var i = 0; i < ballot.Ranks.Length; i++)
            if (ballot.Ranks[i].Contains(candidate)) return i;
        return int.MaxValue;
    }
}
