using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Tallies.Transferable;

/// <summary>
/// Transferable counts the slow way: every paper is a thing of its own with its preferences and its value, and each stage walks
/// over all papers. Strict rankings; a tie ends the count with null. For comparison with the fast counts.
/// </summary>
internal sealed class PaperByPaper
{
    private readonly Contest contest;
    private readonly List<Paper> papers = [];
    private readonly List<int> elected = [];
    private readonly List<int> excluded = [];

    private PaperByPaper(Contest contest)
    {
        this.contest = contest;
        foreach (var ballot in contest.Ballots)
        {
            for (var i = 0; i < ballot.Count; i++) papers.Add(new Paper { Order = [.. ballot.Ranks.Select(group => group[0]).Where(c => !contest.Candidates[c].Withdrawn)] });
        }

        papers.RemoveAll(paper => paper.Order.Length == 0);
    }

    private sealed class Paper
    {
        public required int[] Order { get; init; }

        public Ratio Value { get; set; } = 1;

        public int? At { get; set; }
    }

    /// <summary>Votes of every candidate after every stage, and who is elected; null when two candidates tie.</summary>
    public static (List<Ratio[]> Stages, int[] Elected)? Gregory(Contest contest, Ratio quota, bool above, Func<Ratio, Ratio> round)
    {
        var count = new PaperByPaper(contest);
        var stages = new List<Ratio[]>();
        var pending = new List<int>();
        foreach (var paper in count.papers) count.Next(paper);
        var votes = count.Sums();
        while (true)
        {
            foreach (var c in count.Continuing().OrderByDescending(c => votes[c]).ToList())
            {
                if (above ? votes[c] <= quota : votes[c] < quota) continue;
                count.elected.Add(c);
                if (votes[c] > quota) pending.Add(c);
            }

            stages.Add(votes);
            var left = contest.Seats - count.elected.Count;
            var continuing = count.Continuing().ToList();
            if (left <= 0 || continuing.Count <= left)
            {
                if (left > 0) count.elected.AddRange(continuing);
                return (stages, [.. count.elected.Order()]);
            }

            var next = (Ratio[])votes.Clone();
            if (pending.Count > 0)
            {
                var most = pending.Max(c => votes[c]);
                if (pending.Count(c => votes[c] == most) > 1) return null;
                var from = pending.Single(c => votes[c] == most);
                pending.Remove(from);
                foreach (var paper in count.papers.Where(p => p.At == from))
                {
                    paper.Value = round(paper.Value * (most - quota) / most);
                    count.Next(paper);
                    if (paper.At is { } to) next[to] += paper.Value;
                }

                next[from] = quota;
            }
            else
            {
                var least = continuing.Min(c => votes[c]);
                if (continuing.Count(c => votes[c] == least) > 1) return null;
                var from = continuing.Single(c => votes[c] == least);
                count.excluded.Add(from);
                foreach (var paper in count.papers.Where(p => p.At == from))
                {
                    count.Next(paper);
                    if (paper.At is { } to) next[to] += paper.Value;
                }

                next[from] = 0;
            }

            votes = next;
        }
    }

    /// <summary>Instant runoff; null when two candidates tie.</summary>
    public static int? Runoff(Contest contest)
    {
        var count = new PaperByPaper(contest);
        foreach (var paper in count.papers) count.Next(paper);
        while (true)
        {
            var votes = count.Sums();
            var continuing = count.Continuing().ToList();
            var best = continuing.MaxBy(c => votes[c]);
            if (continuing.Count == 1 || votes[best] * 2 > count.papers.Count(paper => paper.At is not null)) return best;
            var least = continuing.Min(c => votes[c]);
            if (continuing.Count(c => votes[c] == least) > 1) return null;
            var from = continuing.Single(c => votes[c] == least);
            count.excluded.Add(from);
            foreach (var paper in count.papers.Where(p => p.At == from)) count.Next(paper);
        }
    }

    /// <summary>
    /// Section 273 of the Commonwealth Electoral Act, paper by paper: votes of every candidate after every count, and who is elected;
    /// null when two candidates tie. Each transfer that a candidate received is kept with the votes that it brought.
    /// </summary>
    public static (List<Ratio[]> Stages, int[] Elected)? Senate(Contest contest)
    {
        var count = new PaperByPaper(contest);
        var quota = (count.papers.Count / (contest.Seats + 1)) + 1;
        foreach (var paper in count.papers) count.Next(paper);
        var votes = count.Sums().Select(v => (long)v.Numerator).ToArray();
        var brought = votes.Select(v => new List<(Ratio Value, long Votes)> { (1, v) }).ToArray();
        var stages = new List<Ratio[]>();
        var pending = new Queue<int>();
        if (!Elect()) return null;
        while (contest.Seats > count.elected.Count && count.Continuing().Any())
        {
            if (pending.TryDequeue(out var elected))
            {
                var pile = count.papers.Where(p => p.At == elected).ToList();
                var value = Ratio.Of(votes[elected] - quota, pile.Count);
                votes[elected] = quota;
                Transfer(pile, value);
                if (!Elect()) return null;
                continue;
            }

            var continuing = count.Continuing().ToList();
            var left = contest.Seats - count.elected.Count;
            if (continuing.Count <= left)
            {
                count.elected.AddRange(continuing);
                break;
            }

            if (left == 1 && continuing.Count == 2)
            {
                if (votes[continuing[0]] == votes[continuing[1]]) return null;
                count.elected.Add(continuing.MaxBy(c => votes[c]));
                break;
            }

            var least = continuing.Min(c => votes[c]);
            if (continuing.Count(c => votes[c] == least) > 1) return null;
            var from = continuing.Single(c => votes[c] == least);
            count.excluded.Add(from);
            var groups = count.papers.Where(p => p.At == from).GroupBy(p => p.Value).OrderByDescending(g => g.Key).ToList();
            if (groups.Count == 0 && !Elect()) return null;
            foreach (var group in groups)
            {
                if (contest.Seats == count.elected.Count) break;
                votes[from] -= brought[from].Where(b => b.Value == group.Key).Sum(b => b.Votes);
                Transfer([.. group], group.Key);
                if (!Elect()) return null;
            }
        }

        return (stages, [.. count.elected.Order()]);

        bool Elect()
        {
            stages.Add([.. votes.Select(v => (Ratio)v)]);
            var reached = count.Continuing().Where(c => votes[c] >= quota).OrderByDescending(c => votes[c]).ToList();
            if (reached.Select(c => votes[c]).Distinct().Count() < reached.Count) return false;
            foreach (var c in reached.Take(contest.Seats - count.elected.Count))
            {
                count.elected.Add(c);
                if (votes[c] > quota) pending.Enqueue(c);
            }

            return true;
        }

        void Transfer(List<Paper> papers, Ratio value)
        {
            foreach (var paper in papers)
            {
                count.Next(paper);
                paper.Value = value;
            }

            foreach (var group in papers.Where(p => p.At is not null).GroupBy(p => p.At!.Value))
            {
                var gained = (long)(value * group.Count()).Floor();
                votes[group.Key] += gained;
                brought[group.Key].Add((value, gained));
            }
        }
    }

    /// <summary>The reference rule of Meek in nanovotes, paper by paper.</summary>
    public static int[]? MeekReference(Contest contest)
    {
        const long one = 1_000_000_000;
        var count = new PaperByPaper(contest);
        var keep = contest.Candidates.Select(c => c.Withdrawn ? 0 : one).ToArray();
        while (contest.Seats > count.elected.Count && count.Continuing().Count() > contest.Seats - count.elected.Count)
        {
            var last = long.MaxValue;
            while (true)
            {
                var votes = new long[keep.Length];
                foreach (var paper in count.papers)
                {
                    var weight = one;
                    foreach (var c in paper.Order)
                    {
                        var kept = ((weight * keep[c]) + one - 1) / one;
                        votes[c] += kept;
                        weight -= kept;
                    }
                }

                var quota = (votes.Sum() / (contest.Seats + 1)) + 1;
                var reached = count.Continuing().Where(c => votes[c] >= quota).ToList();
                count.elected.AddRange(reached);
                if (reached.Count > 0) break;
                var surplus = Math.Max(0, count.elected.Sum(c => votes[c] - quota));
                if (surplus < 1000 || surplus >= last)
                {
                    var least = count.Continuing().Min(c => votes[c]);
                    var lowest = count.Continuing().Where(c => votes[c] <= least + surplus).ToList();
                    if (lowest.Count > 1) return null;
                    count.excluded.Add(lowest[0]);
                    keep[lowest[0]] = 0;
                    break;
                }

                last = surplus;
                foreach (var c in count.elected)
                {
                    var product = (long)((((Int128)keep[c] * quota) + one - 1) / one);
                    keep[c] = (long)((((Int128)product * one) + votes[c] - 1) / votes[c]);
                }
            }
        }

        if (contest.Seats > count.elected.Count) count.elected.AddRange(count.Continuing());
        return [.. count.elected.Order()];
    }

    /// <summary>
    /// Meek's method, or Warren's, by thousands of small steps in floating point; null when the count is too close to tell so.
    /// </summary>
    public static int[]? Limit(Contest contest, bool warren)
    {
        const double close = 1e-6;
        var count = new PaperByPaper(contest);
        var keep = contest.Candidates.Select(c => c.Withdrawn ? 0.0 : 1.0).ToArray();
        while (contest.Seats > count.elected.Count && count.Continuing().Count() > contest.Seats - count.elected.Count)
        {
            var votes = new double[keep.Length];
            var quota = 0.0;
            for (var step = 0; step < 1000; step++)
            {
                Array.Clear(votes);
                foreach (var paper in count.papers)
                {
                    var weight = 1.0;
                    foreach (var c in paper.Order)
                    {
                        var kept = warren ? Math.Min(weight, keep[c]) : weight * keep[c];
                        votes[c] += kept;
                        weight -= kept;
                    }
                }

                quota = votes.Sum() / (contest.Seats + 1);
                foreach (var c in count.elected) keep[c] = Math.Min(keep[c], keep[c] * quota / votes[c]);
            }

            if (count.Continuing().Any(c => Math.Abs(votes[c] - quota) < close)) return null;
            var above = count.Continuing().Where(c => votes[c] > quota).ToList();
            if (above.Count > 0)
            {
                count.elected.AddRange(above);
                continue;
            }

            var order = count.Continuing().OrderBy(c => votes[c]).ToList();
            if (votes[order[1]] - votes[order[0]] < close) return null;
            count.excluded.Add(order[0]);
            keep[order[0]] = 0;
        }

        if (contest.Seats > count.elected.Count) count.elected.AddRange(count.Continuing());
        return [.. count.elected.Order()];
    }

    private IEnumerable<int> Continuing() =>
        Enumerable.Range(0, contest.Candidates.Length).Where(c => !contest.Candidates[c].Withdrawn && !elected.Contains(c) && !excluded.Contains(c)).ToList();

    private void Next(Paper paper)
    {
        var from = paper.At is { } at ? Array.IndexOf(paper.Order, at) + 1 : 0;
        var continuing = Continuing().ToHashSet();
        paper.At = paper.Order.Skip(from).Where(continuing.Contains).Select(c => (int?)c).FirstOrDefault();
    }

    private Ratio[] Sums()
    {
        var sums = new Ratio[contest.Candidates.Length];
        foreach (var paper in papers)
        {
            if (paper.At is { } at) sums[at] += paper.Value;
        }

        return sums;
    }

    /// <summary>Winners sorted, when no tie was met.</summary>
    public static ImmutableArray<int>? Untied(TallyResult result) =>
        result is Tallied { Ties.IsEmpty: true } tallied ? [.. tallied.Winners.Order()] : null;
}
