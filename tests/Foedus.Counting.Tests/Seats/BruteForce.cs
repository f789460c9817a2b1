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
            if (GivesEachOne(division.Method) && !claim.Figure.IsZero && claim.Most != 0) least[i] = Math.Max(1, least[i]);
        }

        var all = new List<long[]>();
        Fill(0, division.House, new long[n], least, most, all);
        var kept = division.Method is ApportionmentMethod.LargestRemainder or ApportionmentMethod.Droop
            ? Nearest(all, division)
            : all.Where(seats => Fair(seats, division, least, most));
        return [.. kept.Select(seats => string.Join(' ', seats))];
    }

    private static bool GivesEachOne(ApportionmentMethod method) =>
        method is ApportionmentMethod.Adams or ApportionmentMethod.Dean or ApportionmentMethod.HuntingtonHill;

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

    // Claim over signpost; squared throughout for equal proportions.
    private static Ratio Worth(Division division, int unit, long k)
    {
        var p = division.Claims[unit].Figure;
        return division.Method switch
        {
            ApportionmentMethod.Jefferson => p / (k + 1),
            ApportionmentMethod.Webster => p / (k + Ratio.Half),
            ApportionmentMethod.Adams => p / k,
            ApportionmentMethod.Dean => p / Ratio.Of(2 * k * (k + 1), (2 * k) + 1),
            _ => p * p / (k * (k + 1)),
        };
    }

    private static IEnumerable<long[]> Nearest(List<long[]> all, Division division)
    {
        var total = division.Claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure);
        if (total.IsZero || division.House == 0) return all;
        Ratio quota = division.Method == ApportionmentMethod.Droop
            ? (total / (division.House + 1)).Floor() + 1
            : total / division.House;
        var distances = all.ConvertAll(seats => seats
            .Select((s, i) => (division.Claims[i].Figure / quota) - s)
            .Aggregate(Ratio.Zero, (sum, gap) => sum + (gap * gap)));
        if (distances.Count == 0) return [];
        var nearest = distances.Min();
        return all.Where((_, i) => distances[i] == nearest);
    }
}
