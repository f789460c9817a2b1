namespace Foedus.Counting.Tests.Tallies.Transferable;

/// <summary>
/// The rules of the Electoral Reform Society, section 5, written down once more, paper by paper and in hundredths of a vote, for
/// comparison with the fast count. Strict rankings; null when any two candidates are equal where it could matter.
/// </summary>
internal sealed class Ers97PaperByPaper
{
    private readonly Contest contest;
    private readonly List<Paper> papers = [];
    private readonly HashSet<int> continuing;
    private readonly List<int> elected = [];
    private readonly Dictionary<int, long> surplus = [];
    private readonly long[] votes;
    private long nonTransferable;
    private long quota;
    private int batch;

    private Ers97PaperByPaper(Contest contest)
    {
        this.contest = contest;
        continuing = [.. Enumerable.Range(0, contest.Candidates.Length)];
        votes = new long[contest.Candidates.Length];
        foreach (var ballot in contest.Ballots)
        {
            for (var i = 0; i < ballot.Count; i++) papers.Add(new Paper { Order = [.. ballot.Ranks.Select(group => group[0])] });
        }
    }

    private sealed class Paper
    {
        public required int[] Order { get; init; }

        public long Value { get; set; } = 100;

        public int Place { get; set; } = -1;

        public int Batch { get; set; }

        public int? At => Place >= 0 && Place < Order.Length ? Order[Place] : null;
    }

    public static int[]? Count(Contest contest) => new Ers97PaperByPaper(contest).Run();

    private int[]? Run()
    {
        Move(papers, 100);
        foreach (var c in continuing) votes[c] = papers.Where(p => p.At == c).Sum(p => p.Value);
        SetQuota();
        if (!Deem(0)) return null;
        while (elected.Count < contest.Seats && continuing.Count > contest.Seats - elected.Count)
        {
            var order = continuing.OrderBy(c => votes[c]).ToList();
            if (votes[order[0]] == votes[order[1]]) return null;
            var waiting = surplus.Values.Sum();
            var together = Enumerable.Range(1, order.Count - 1)
                .Where(k => order.Count - k >= contest.Seats - elected.Count)
                .Where(k => order.Take(k).Sum(c => votes[c]) + waiting <= votes[order[k]] && votes[order[k - 1]] < votes[order[k]])
                .DefaultIfEmpty(0).Max();
            if (waiting > 0 && together == 0)
            {
                if (!TransferSurplus()) return null;
            }
            else if (!Exclude([.. order.Take(together)]))
            {
                return null;
            }
        }

        if (elected.Count < contest.Seats) elected.AddRange(continuing);
        return [.. elected.Order()];
    }

    private void SetQuota()
    {
        var total = (papers.Count * 100L) - nonTransferable;
        quota = (total + contest.Seats) / (contest.Seats + 1);
    }

    private bool Deem(long awaiting)
    {
        while (elected.Count < contest.Seats && continuing.Count > 0)
        {
            var best = continuing.MaxBy(c => votes[c]);
            var places = contest.Seats - elected.Count;
            var active = continuing.Sum(c => votes[c]) + surplus.Values.Sum() + awaiting;
            if (votes[best] == 0 || (votes[best] < quota && votes[best] * (places + 1) < active)) return true;
            if (continuing.Count(c => votes[c] == votes[best]) > 1) return false;
            continuing.Remove(best);
            elected.Add(best);
            if (votes[best] > quota) surplus[best] = votes[best] - quota;
        }

        return true;
    }

    private bool TransferSurplus()
    {
        var most = surplus.Values.Max();
        if (surplus.Values.Count(s => s == most) > 1) return false;
        var from = surplus.First(s => s.Value == most).Key;
        surplus.Remove(from);
        var pile = papers.Where(p => p.At == from).ToList();
        var last = pile.Where(p => p.Batch == pile.Max(q => q.Batch)).ToList();
        var able = last.Count(p => p.Order.Skip(p.Place + 1).Any(continuing.Contains));
        var value = able * last[0].Value > most ? most / able : last[0].Value;
        foreach (var paper in pile.Except(last)) paper.Place = paper.Order.Length;
        Move(last, value);
        nonTransferable += most - (able * value);
        votes[from] = quota;
        return Deem(0);
    }

    private bool Exclude(int[] group)
    {
        foreach (var c in group) continuing.Remove(c);
        if (continuing.Count == contest.Seats - elected.Count) return true;
        var batches = papers.Where(p => p.At is { } at && group.Contains(at)).GroupBy(p => p.Value).OrderByDescending(g => g.Key).Select(g => g.ToList()).ToList();
        var awaiting = batches.Sum(b => b.Sum(p => p.Value));
        if (batches.Count == 0) return Deem(0);
        foreach (var papersOfValue in batches)
        {
            if (elected.Count == contest.Seats) return true;
            awaiting -= papersOfValue.Sum(p => p.Value);
            Move(papersOfValue, papersOfValue[0].Value);
            var ended = papersOfValue.Where(p => p.At is null).Sum(p => p.Value);
            nonTransferable += ended;
            if (ended > 0 && elected.Count == 0) SetQuota();
            if (!Deem(awaiting)) return false;
        }

        return true;
    }

    private void Move(List<Paper> moved, long value)
    {
        batch++;
        foreach (var paper in moved)
        {
            do paper.Place++;
            while (paper.Place < paper.Order.Length && !continuing.Contains(paper.Order[paper.Place]));
            paper.Value = value;
            paper.Batch = batch;
            if (batch > 1 && paper.At is { } to) votes[to] += value;
        }
    }
}
