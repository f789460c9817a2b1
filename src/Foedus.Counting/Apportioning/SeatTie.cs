using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>Units with exactly the same right to the last seats. Each of them gets one of these seats or none.</summary>
/// <param name="Units">The tied units, by their places in the list, ascending.</param>
/// <param name="Places">The seats they tie for; at least 1 and fewer than the units.</param>
public sealed record SeatTie(ImmutableArray<int> Units, int Places)
{
    /// <summary>What else every way must keep; empty but for the quota method. Each need is about units that the next one is about too.</summary>
    public ImmutableArray<TieNeed> Needs { get; init; } = [];

    /// <summary>In how many ways the tie may fall out.</summary>
    public BigInteger Outcomes
    {
        get
        {
            // Ways to choose so many units among those of the needs so far.
            var ways = new BigInteger[Places + 1];
            ways[0] = BigInteger.One;
            var before = 0;
            foreach (var need in Needs.Append(new TieNeed(Units, Places)))
            {
                var added = need.Units.Length - before;
                var next = new BigInteger[Places + 1];
                for (var chosen = need.Places; chosen <= Places; chosen++)
                    for (var more = 0; more <= Math.Min(added, chosen); more++)
                        if (!ways[chosen - more].IsZero) next[chosen] += ways[chosen - more] * Choose(added, more);
                ways = next;
                before = need.Units.Length;
            }

            return ways[Places];
        }
    }

    /// <summary>Whether these units may win the tied seats.</summary>
    public bool Allows(IReadOnlyCollection<int> winners) =>
        winners.Count == Places
        && winners.Distinct().Count() == Places
        && winners.All(unit => Units.Contains(unit))
        && Needs.All(need => winners.Count(unit => need.Units.Contains(unit)) >= need.Places);

    /// <summary>Every way in turn, as the units that win; the first favours the units that come first.</summary>
    public IEnumerable<ImmutableArray<int>> Ways()
    {
        var chosen = Enumerable.Range(0, Places).ToArray();
        while (true)
        {
            ImmutableArray<int> winners = [.. chosen.Select(i => Units[i])];
            if (Needs.IsEmpty || Allows(winners)) yield return winners;
            var at = Places - 1;
            while (at >= 0 && chosen[at] == Units.Length - Places + at) at--;
            if (at < 0) yield break;
            chosen[at]++;
            for (var i = at + 1; i < Places; i++) chosen[i] = chosen[i - 1] + 1;
        }
    }

    public bool Equals(SeatTie? other) =>
        other is not null && Places == other.Places && Units.SequenceEqual(other.Units) && Needs.Length == other.Needs.Length
        && Needs.Zip(other.Needs).All(pair => pair.First.Places == pair.Second.Places && pair.First.Units.SequenceEqual(pair.Second.Units));

    public override int GetHashCode() => HashCode.Combine(Places, Units.Length, Needs.Length);

    private static BigInteger Choose(int all, int some)
    {
        var ways = BigInteger.One;
        for (var i = 1; i <= some; i++) ways = ways * (all - some + i) / i;
        return ways;
    }
}
