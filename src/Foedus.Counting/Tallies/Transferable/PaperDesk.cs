namespace Foedus.Counting;

/// <summary>
/// Where papers lie on piles and are sorted to their next preference. A ranking is on one pile at a time, so that piles are
/// chains through one array and nothing is allocated for a paper. Cost of a sort: the papers' rankings, and the preferences that
/// are passed over, each once in a whole count.
/// </summary>
internal sealed class PaperDesk
{
    private readonly Rankings rankings;
    private readonly int[] place;
    private readonly int[] link;
    private readonly int[] heads;
    private readonly long[] counts;

    public PaperDesk(Rankings rankings, int candidates)
    {
        this.rankings = rankings;
        place = rankings.Starts[..^1].ToArray();
        link = new int[rankings.Count];
        heads = new int[candidates + 1];
        counts = new long[candidates + 1];
        Piles = new List<Parcel>[candidates];
        for (var c = 0; c < candidates; c++) Piles[c] = [];
    }

    /// <summary>The parcels of each candidate, in the order in which they came.</summary>
    public List<Parcel>[] Piles { get; }

    /// <summary>All papers at their first preference, each of value one. Nobody receives a parcel without papers.</summary>
    public void Deal()
    {
        Begin();
        var order = rankings.Order;
        for (var r = 0; r < rankings.Count; r++) Put(r, order[place[r]]);
        End(1, 1, merge: false);
    }

    /// <summary>
    /// Sorts papers to the next candidate that is eligible and adds them to the piles as parcels of the value given.
    /// </summary>
    /// <returns>The papers that have no such candidate.</returns>
    /// <param name="parcels">What is sorted; it is used up.</param>
    /// <param name="eligible">Whether a candidate may receive papers.</param>
    /// <param name="value">The value of each paper at its new place.</param>
    /// <param name="round">The round, from 1.</param>
    /// <param name="merge">Whether papers join a parcel of the same value, whichever round it came in.</param>
    /// <param name="received">Papers that each candidate received are added here.</param>
    public long Sort(ReadOnlySpan<Parcel> parcels, ReadOnlySpan<bool> eligible, Ratio value, int round, bool merge, Span<long> received)
    {
        Begin();
        var none = eligible.Length;
        var order = rankings.Order;
        var starts = rankings.Starts;
        foreach (var parcel in parcels)
        {
            for (var r = parcel.First; r >= 0;)
            {
                var next = link[r];
                var at = place[r];
                var end = starts[r + 1];
                while (at < end && !eligible[order[at]]) at++;
                place[r] = at;
                Put(r, at < end ? order[at] : none);
                r = next;
            }
        }

        for (var c = 0; c < none; c++) received[c] += counts[c];
        return End(value, round, merge);
    }

    /// <summary>As <see cref="Sort"/>, but only counts: the papers stay where they are.</summary>
    public long Survey(Parcel parcel, ReadOnlySpan<bool> eligible)
    {
        var order = rankings.Order;
        var starts = rankings.Starts;
        var papers = rankings.Papers;
        var transferable = 0L;
        for (var r = parcel.First; r >= 0; r = link[r])
        {
            var at = place[r];
            var end = starts[r + 1];
            while (at < end && !eligible[order[at]]) at++;
            if (at < end) transferable += papers[r];
        }

        return transferable;
    }

    private void Begin()
    {
        Array.Fill(heads, -1);
        Array.Clear(counts);
    }

    private void Put(int ranking, int candidate)
    {
        link[ranking] = heads[candidate];
        heads[candidate] = ranking;
        counts[candidate] += rankings.Papers[ranking];
    }

    private long End(Ratio value, int round, bool merge)
    {
        for (var c = 0; c < Piles.Length; c++)
        {
            if (heads[c] < 0) continue;
            var parcel = merge ? Piles[c].Find(p => p.Value == value) : null;
            if (parcel is null)
            {
                Piles[c].Add(new Parcel(value, round) { First = heads[c], Papers = counts[c] });
                continue;
            }

            var last = heads[c];
            while (link[last] >= 0) last = link[last];
            link[last] = parcel.First;
            parcel.First = heads[c];
            parcel.Papers += counts[c];
        }

        return counts[^1];
    }
}
