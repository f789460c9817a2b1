namespace Foedus.Counting.Tests.Seats;

/// <summary>Article 17 once more, literally: letters a to c of the act, one after the other, with every lot drawn in every way.</summary>
internal static class NaiveArticle17
{
    public static HashSet<string> Answers(IReadOnlyList<long> people, long house)
    {
        var seats = new long[people.Count];
        var cantons = Enumerable.Range(0, people.Count).ToList();
        if (people.Sum() == 0 || house < people.Count) return [];
        long? firstQuota = null;
        var left = house;

        // Letter a: preliminary distribution.
        while (true)
        {
            var quota = (cantons.Sum(i => people[i]) / left) + 1;
            firstQuota ??= quota;
            var below = cantons.Where(i => people[i] < quota).ToList();
            foreach (var i in below) seats[i] = 1;
            cantons = [.. cantons.Except(below)];
            left -= below.Count;
            if (below.Count > 0 && cantons.Count > 0) continue;

            // Letter b: whole quotas.
            foreach (var i in cantons) seats[i] = people[i] / quota;
            left = house - seats.Sum();
            if (left > cantons.Count) return [];

            // Letter c: remainders, then remainders by the first quota, then the lot.
            var order = cantons.OrderByDescending(i => people[i] % quota).ThenByDescending(i => people[i] % firstQuota).ToList();
            return [.. Subsets(order, (int)left)
                .Where(chosen => chosen.All(i => order.Except(chosen).All(j => !Before(j, i))))
                .Select(chosen => string.Join(' ', seats.Select((s, i) => chosen.Contains(i) ? s + 1 : s)))];

            bool Before(int one, int other) =>
                people[one] % quota > people[other] % quota
                || (people[one] % quota == people[other] % quota && people[one] % firstQuota > people[other] % firstQuota);
        }
    }

    private static IEnumerable<List<int>> Subsets(List<int> items, int size)
    {
        if (size == 0) return [[]];
        if (items.Count < size) return [];
        var rest = items.GetRange(1, items.Count - 1);
        return Subsets(rest, size - 1).Select(set => set.Prepend(items[0]).ToList()).Concat(Subsets(rest, size));
    }
}
