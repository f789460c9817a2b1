namespace Foedus.Counting.Tests.Seats;

/// <summary>The quota method by its recursion, keeping every answer of every house: slow, and for small houses only.</summary>
internal static class NaiveQuotaMethod
{
    public static HashSet<string> Answers(Division division)
    {
        var total = division.Claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure);
        var states = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var start = division.Claims.Select(claim => claim.Least).ToArray();
        if (start.Sum() > division.House || (total.IsZero && start.Sum() < division.House)) return [];
        states[Key(start)] = start;
        for (var house = start.Sum() + 1; house <= division.House; house++)
        {
            var next = new Dictionary<string, long[]>(StringComparer.Ordinal);
            foreach (var seats in states.Values)
            {
                var may = Enumerable.Range(0, seats.Length).Where(i => seats[i] < house * division.Claims[i].Figure / total).ToList();
                var best = may.Max(i => division.Claims[i].Figure / (seats[i] + 1));
                foreach (var i in may.Where(i => division.Claims[i].Figure / (seats[i] + 1) == best))
                {
                    var more = seats.ToArray();
                    more[i]++;
                    next[Key(more)] = more;
                }
            }

            states = next;
        }

        return [.. states.Keys];
    }

    /// <summary>Seat after seat in fractions; among equal rights the unit that comes first.</summary>
    public static List<int> Order(Division division)
    {
        var total = division.Claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure);
        var seats = division.Claims.Select(claim => claim.Least).ToArray();
        var order = new List<int>();
        for (var house = seats.Sum() + 1; house <= division.House; house++)
        {
            var unit = Enumerable.Range(0, seats.Length).Where(i => seats[i] < house * division.Claims[i].Figure / total)
                .MaxBy(i => division.Claims[i].Figure / (seats[i] + 1));
            seats[unit]++;
            order.Add(unit);
        }

        return order;
    }

    private static string Key(long[] seats) => string.Join(' ', seats);
}
