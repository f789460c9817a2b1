using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Points for places (J.-C. de Borda, "Mémoire sur les élections au scrutin", 1784). Cost: linear in the ranks, and in the candidates for
/// each paper that does not rank all of them where the rule gives those points too.
/// </summary>
public static class BordaRules
{
    /// <summary>The most candidates whose fractions of 1 are added exactly by the rule of Dowdall.</summary>
    public const int MostFractions = 500;

    private const string Borda = "J.-C. de Borda, Mémoire sur les élections au scrutin, 1784";

    /// <summary>The rows of <see cref="TallyRules"/>.</summary>
    public static ImmutableArray<TallyRule> All { get; } =
    [
        new("borda", "Points for places; equal and unranked candidates share the points of their places", Borda, By(BordaPoints.Shared)),
        new("borda-unranked-nothing", "Points for places; unranked candidates get none", Borda, By(BordaPoints.UnrankedNothing)),
        new(
            "borda-modified",
            "Points for places, fewer on a paper that ranks fewer",
            "P. Emerson, The original Borda count and partial voting, Social Choice and Welfare 40, 2013",
            By(BordaPoints.ByLength)),
        new(
            "dowdall",
            "1 for the first place, 1/2 for the second, 1/3 for the third",
            "B. Reilly, Social choice in the South Seas, International Political Science Review 23, 2002",
            By(BordaPoints.Dowdall)),
    ];

    /// <summary>The points of all candidates, by place in the contest's list; zero for those withdrawn.</summary>
    public static ImmutableArray<Ratio> Points(Contest contest, BordaPoints points)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return [.. Sum(Places(contest, points), points)];
    }

    private static Func<Contest, TallyOptions, TieJudge, TallyResult> By(BordaPoints points) => (contest, options, judge) =>
    {
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);
        if (points == BordaPoints.Dowdall && contest.Candidates.Length > MostFractions) return new NotTallied(TallyRefusal.TooManyCandidates);
        var places = Places(contest, points);
        return ScoreTable.Elect(
            contest,
            options,
            judge,
            "Add up the points of the places",
            "points",
            Sum(places, points),
            (PaperLabels.Counted, places.Papers),
            (PaperLabels.NoVote, places.WithoutVote));
    };

    private static PlaceCounts Places(Contest contest, BordaPoints points) =>
        PlaceCounts.Of(contest, points == BordaPoints.ByLength, points == BordaPoints.Shared);

    private static Ratio[] Sum(PlaceCounts places, BordaPoints points)
    {
        Ratio[] harmonic = [Ratio.Zero];
        if (points == BordaPoints.Dowdall)
        {
            harmonic = new Ratio[places.Standing + 1];
            for (var place = 1; place < harmonic.Length; place++) harmonic[place] = harmonic[place - 1] + Ratio.Of(1, place);
        }

        return places.Sum(spot => points switch
        {
            BordaPoints.Dowdall => (harmonic[spot.First - 1 + spot.Size] - harmonic[spot.First - 1]) / spot.Size,
            BordaPoints.ByLength => Middle(spot.Ranked, spot),
            _ => Middle(places.Standing - 1, spot),
        });
    }

    // The first place is worth `top` and each next one less; a group shares, so each has the mean of its places.
    private static Ratio Middle(int top, PlaceCounts.Spot spot) => top - (spot.First - 1) - Ratio.Of(spot.Size - 1, 2);
}
