using System.Numerics;

namespace Foedus.Counting;

/// <summary>How often each candidate stands in each place, so that points are multiplied once for a place and not once for a paper.</summary>
internal sealed class PlaceCounts
{
    private readonly Dictionary<Spot, Int128>[] spots;

    private PlaceCounts(int candidates)
    {
        spots = new Dictionary<Spot, Int128>[candidates];
        for (var i = 0; i < candidates; i++) spots[i] = [];
    }

    /// <summary>A place on a paper.</summary>
    /// <param name="First">The best place of the group, from 1.</param>
    /// <param name="Size">How many share it.</param>
    /// <param name="Ranked">How many of those who stand the paper ranks; 0 where the rule does not ask.</param>
    public readonly record struct Spot(int First, int Size, int Ranked);

    /// <summary>How many stand.</summary>
    public int Standing { get; private init; }

    public Int128 Papers { get; private set; }

    public Int128 WithoutVote { get; private set; }

    /// <param name="contest">The ballots.</param>
    /// <param name="byLength">Whether places are told apart by the length of the paper.</param>
    /// <param name="unranked">Whether those not ranked stand together in the last places.</param>
    public static PlaceCounts Of(Contest contest, bool byLength, bool unranked)
    {
        var stands = contest.Candidates.Select(candidate => !candidate.Withdrawn).ToArray();
        var counts = new PlaceCounts(stands.Length) { Standing = stands.Count(one => one) };
        var seenIn = new int[stands.Length];
        for (var b = 0; b < contest.Ballots.Length; b++)
        {
            var ballot = contest.Ballots[b];
            var ranked = 0;
            foreach (var group in ballot.Ranks)
                foreach (var candidate in group)
                {
                    if (!stands[candidate]) continue;
                    ranked++;
                    seenIn[candidate] = b + 1;
                }

            if (ranked == 0)
            {
                counts.WithoutVote += ballot.Count;
                continue;
            }

            counts.Papers += ballot.Count;
            var place = 1;
            foreach (var group in ballot.Ranks)
            {
                var size = 0;
                foreach (var candidate in group)
                    if (stands[candidate]) size++;
                if (size == 0) continue;
                var spot = new Spot(place, size, byLength ? ranked : 0);
                foreach (var candidate in group)
                    if (stands[candidate]) counts.Add(candidate, spot, ballot.Count);
                place += size;
            }

            if (!unranked || ranked == counts.Standing) continue;
            var last = new Spot(place, counts.Standing - ranked, byLength ? ranked : 0);
            for (var candidate = 0; candidate < stands.Length; candidate++)
                if (stands[candidate] && seenIn[candidate] != b + 1) counts.Add(candidate, last, ballot.Count);
        }

        return counts;
    }

    /// <summary>The points of everybody, by the points of a place.</summary>
    public Ratio[] Sum(Func<Spot, Ratio> points)
    {
        var worth = new Dictionary<Spot, Ratio>();
        return Array.ConvertAll(spots, places =>
        {
            var sum = Ratio.Zero;
            foreach (var (spot, count) in places.OrderBy(one => (one.Key.First, one.Key.Size, one.Key.Ranked)))
            {
                if (!worth.TryGetValue(spot, out var value)) worth[spot] = value = points(spot);
                sum += (BigInteger)count * value;
            }

            return sum;
        });
    }

    private void Add(int candidate, Spot spot, long count)
    {
        ref var held = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(spots[candidate], spot, out _);
        held += count;
    }
}
