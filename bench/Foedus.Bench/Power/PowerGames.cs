using Foedus.Counting;

namespace Foedus.Bench.Power;

/// <summary>The games whose power is timed.</summary>
public static class PowerGames
{
    // Eurostat: population on 1 January 2024, first release of 11 July 2024.
    private static readonly long[] People =
    [
        9158750, 11832049, 6445481, 3861967, 933505, 10900555, 5961249, 1374687, 5603851, 68401997, 83445000, 10397193, 9584627, 5343805, 58989749,
        1871882, 2885891, 672050, 563443, 17942942, 36620970, 10639726, 19064409, 5424687, 2123949, 48610458, 10551707,
    ];

    /// <summary>The Council of the European Union: 15 of 27 members with 65% of the people, or 24 members.</summary>
    public static VotingGame EuropeanUnion()
    {
        var people = new Measure(1);
        var profile = new Profile([.. People.Select((p, i) => new VoterClass("state " + i, 1, [1, (Ratio)p]))]);
        return VotingGame.Of(
            Threshold.Either(
                Threshold.All(Thresholds.AtLeast(Ratio.Parse("55%"), Responses.All), Thresholds.AtLeast(15), Thresholds.AtLeast(Ratio.Parse("65%"), Responses.All, people)),
                Thresholds.AtMostNotInFavour(3)),
            profile).Game!;
    }

    /// <summary>Only the double majority, with the people in thousands.</summary>
    public static VotingGame DoubleMajority()
    {
        var people = new Measure(1);
        var profile = new Profile([.. People.Select((p, i) => new VoterClass("state " + i, 1, [1, (Ratio)((p + 500) / 1000)]))]);
        return VotingGame.Of(Threshold.All(Thresholds.AtLeast(15), Thresholds.AtLeast(Ratio.Parse("65%"), Responses.All, people)), profile).Game!;
    }

    /// <summary>So many members with persons each, 55% of the members with 65% of the people: every sum another.</summary>
    public static VotingGame Large(int members)
    {
        var people = new Measure(1);
        var profile = new Profile([.. Enumerable.Range(1, members).Select(i => new VoterClass("state " + i, 1, [1, (Ratio)(1_000_003L * i * i % 99_999_989)]))]);
        return VotingGame.Of(Threshold.All(Thresholds.AtLeast(Ratio.Parse("55%"), Responses.All), Thresholds.AtLeast(Ratio.Parse("65%"), Responses.All, people)), profile).Game!;
    }

    /// <summary>House of 435, Senate of 100, the Vice-President's casting vote, the President's veto and its override.</summary>
    public static VotingGame UnitedStates()
    {
        Measure house = new(1), senate = new(2), casting = new(3), president = new(4);
        var profile = Profile.Of(
            new VoterClass("representative", 435, [1, 1, 0, 0, 0]),
            new VoterClass("senator", 100, [1, 0, 1, 0, 0]),
            new VoterClass("Vice-President", 1, [1, 0, 0, Ratio.Half, 0]),
            new VoterClass("President", 1, [1, 0, 0, 0, 1]));
        return VotingGame.Of(
            Threshold.Either(
                Threshold.All(Thresholds.Majority(house), Thresholds.MajorityWithCastingVote(casting, senate), Thresholds.AtLeast(1, president)),
                Threshold.All(Thresholds.AtLeast(Ratio.Parse("2/3"), Responses.All, house), Thresholds.AtLeast(Ratio.Parse("2/3"), Responses.All, senate))),
            profile).Game!;
    }

    /// <summary>
    /// Members with votes like those of a fund: a basic number for each and the rest falling off quickly, 5,000,000 in all; 85% carries.
    /// Generated, every weight another.
    /// </summary>
    public static VotingGame Fund(int members, long votes, Ratio share)
    {
        var basic = votes / 20 / members;
        var parts = Enumerable.Range(1, members).Select(i => 1_000_000_000L / ((i + 2L) * (i + 2L)) * (20 + i)).ToArray();
        var (whole, left) = (parts.Sum(), votes - (basic * members));
        var weights = parts.Select(p => basic + (left * p / whole)).ToArray();
        weights[0] += votes - weights.Sum();
        return VotingGame.Weighted(share * votes, weights.Select((w, i) => (new PlayerClass("member " + i, 1), (Ratio)w))).Game!;
    }
}
