using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Tallies;

/// <summary>Contests as short text, for tests: "42 M>N>C=K".</summary>
internal static class Papers
{
    /// <summary>A contest of one-letter candidates, in the order of the letters.</summary>
    public static Contest Of(int seats, string candidates, params string[] lines) =>
        Contest.Create(
            [.. candidates.Select(letter => new Candidate(letter.ToString()))],
            seats,
            [.. lines.Select(line => Ballot(candidates, line))]);

    /// <summary>"A>B, C": the winners of a count, or of each way that it may go.</summary>
    public static string Names(Contest contest, IEnumerable<int> candidates) => string.Concat(candidates.Select(candidate => contest.Candidates[candidate].Name));

    /// <summary>The single outcome of a rule, by name.</summary>
    public static string Winners(string rule, Contest contest, TallyOptions? options = null) =>
        Names(contest, Assert.IsType<Tallied>(Rule(rule).Run(contest, options)).Winners);

    /// <summary>Every set of winners that a rule allows, sorted.</summary>
    public static ImmutableArray<string> Outcomes(string rule, Contest contest, TallyOptions? options = null) =>
        Rule(rule).Run(contest, options ?? TallyOptions.Default with { MostWays = 2000 }) switch
        {
            Tallied tallied => [Names(contest, tallied.Winners.Order())],
            TallyUndetermined open => [.. open.Ways.Select(way => Names(contest, way.Winners.Order())).Order(StringComparer.Ordinal)],
            var other => throw new InvalidOperationException(other.ToString()),
        };

    public static TallyRule Rule(string name) => TallyRules.Find(name) ?? throw new InvalidOperationException(name);

    /// <summary>Random contests of few candidates with equal and left-out ranks, so that ties are common.</summary>
    public static Gen<Contest> Any(int most, int seats = 1, bool strict = false) =>
        from count in Gen.Choose(1, most)
        from ballots in Ballots(count, strict)
        from places in Gen.Choose(1, seats)
        select Contest.Create([.. "ABCDEFGH"[..count].Select(letter => new Candidate(letter.ToString()))], places, ballots);

    public static void Hold(Gen<Contest> contests, Action<Contest> law, int tests = 300) =>
        Prop.ForAll(contests.ToArbitrary(), contest =>
            {
                try
                {
                    law(contest);
                }
                catch (Exception error) when (error is Xunit.Sdk.IAssertionException)
                {
                    throw new InvalidOperationException(Describe(contest), error);
                }
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true));

    public static string Describe(Contest contest) =>
        $"{contest.Seats} of {contest.Candidates.Length}: "
        + string.Join("; ", contest.Ballots.Select(ballot =>
            $"{ballot.Count} {string.Join('>', ballot.Ranks.Select(group => string.Join('=', group.Select(candidate => contest.Candidates[candidate].Name))))}"));

    private static Gen<ImmutableArray<RankedBallot>> Ballots(int count, bool strict) =>
        from papers in Gen.Choose(1, 7)
        from ballots in Ballot(count, strict).ArrayOf(papers)
        select ballots.ToImmutableArray();

    private static Gen<RankedBallot> Ballot(int count, bool strict) =>
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from length in strict ? Gen.Constant(count) : Gen.Choose(1, count)
        from joined in strict ? Gen.Constant(new bool[count]) : Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true))).ArrayOf(count)
        from weight in Gen.Choose(1, 4)
        select new RankedBallot(weight, Groups(order[..length], joined));

    private static ImmutableArray<ImmutableArray<int>> Groups(int[] order, bool[] joined)
    {
        var groups = new List<List<int>>();
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || !joined[i]) groups.Add([]);
            groups[^1].Add(order[i]);
        }

        return [.. groups.Select(group => group.ToImmutableArray())];
    }

    private static RankedBallot Ballot(string candidates, string line)
    {
        var parts = line.Split(' ', 2);
        var count = long.Parse(parts[0].Replace("_", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        return new RankedBallot(count, [.. parts[1].Split('>').Select(group => group.Split('=').Select(name => candidates.IndexOf(name.Trim(), StringComparison.Ordinal)).ToImmutableArray())]);
    }
}
