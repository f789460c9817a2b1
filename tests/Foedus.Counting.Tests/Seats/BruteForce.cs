namespace Foedus.Counting.Tests.Seats;

/// <summary>
/// The slow second opinion: every way to hand out the house, kept when it passes the defining inequality of the method.
/// Divisor methods by the max-min inequality; quota methods as the answers nearest to the quotas (least sum of squares).
/// </summary>
internal static class BruteForce
{
    public static HashSet<string> Answers(Division division)
    {
        var n = division.Claims.Length;
        var least = new long[n];
        var most = new long[n];
        for (var i = 0; i < n; i++)
        {
            var claim = division.Claims[i];
            least[i] = claim.Least;
            most[i] = claim.Figure.IsZero ? claim.Least : Math.Min(claim.Most ?? division.House, division.House);
            var free = NaiveRule.Free(division.Rule);
            if (!claim.Figure.IsZero) least[i] = Math.Min(Math.Max(free, least[i]), claim.Most ?? long.MaxValue);
        }

        var all = new List<long[]>();
        Fill(0, division.House, new long[n], least, most, all);
        var kept = division.Rule is QuotaRule
            ? Nearest(all, division)
            : all.Where(seats => Fair(seats, division, least, most));
        return [.. kept.Select(seats => string.Join(' ', seats))];
    }

    private static void Fill(int unit, long left, long[] seats, long[] least, long[] most, List<long[]> all)
    {
        if (unit == seats.Length)
        {
            if (left == 0) all.Add([.. seats]);
            return;
        }

        for (var s = least[unit]; s <= Math.Min(most[unit], left); s++)
        {
            seats[unit] = s;
            Fill(unit + 1, left - s, seats, least, most, all);
        }
    }

    private static bool Fair(long[] seats, Division division, long[] least, long[] most)
    {
        for (var i = 0; i < seats.Length; i++)
        {
            if (seats[i] == least[i]) continue;
            for (var j = 0; j < seats.Length; j++)
            {
                if (i == j || seats[j] == most[j]) continue;
                if (Worth(division, i, seats[i] - 1) < Worth(division, j, seats[j])) return false;
            }
        }

        return true;
    }

    private static Ratio Worth(Division division, int unit, long k) => NaiveRule.Worth(division.Rule, division.Claims[unit].Figure, k + 1);

    private static IEnumerable<long[]> Nearest(List<long[]> all, Division division)
    {
        var total = division.Claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure);
        var method = division.Method!.Value;
        if (total.IsZero || (division.House == 0 && method == ApportionmentMethod.LargestRemainder)) return all;
        Ratio quota = method switch
        {
            ApportionmentMethod.Droop => (total / (division.House + 1)).Floor() + 1,
            ApportionmentMethod.HagenbachBischoff => total / (division.House + 1),
            ApportionmentMethod.ImperialiQuota => total / (division.House + 2),
            _ => total / division.House,
        };
        if (division.Claims.Sum(claim => (long)(claim.Figure / quota).Floor()) > division.House) return [];
        var distances = all.ConvertAll(seats => seats
            .Select((s, i) => (division.Claims[i].Figure / quota) - s)
            .Aggregate(Ratio.Zero, (sum, gap) => sum + (gap * gap)));
        if (distances.Count == 0) return [];
        var nearest = distances.Min();
        return all.Where((_, i) => distances[i] == nearest);
    }
}
