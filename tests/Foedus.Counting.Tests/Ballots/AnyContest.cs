using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Ballots;

/// <summary>Contests at random: few candidates and few ballots, so that ties, exhaustion and equal ranks are common.</summary>
internal static class AnyContest
{
    /// <summary>Strict rankings, nobody withdrawn.</summary>
    public static readonly Gen<Contest> Strict =
        from candidates in Gen.Choose(1, 6)
        from seats in Gen.Choose(1, 4)
        from ballots in Ranking(candidates).ArrayOf().Resize(14)
        select Contest.Create(People(candidates, []), seats, [.. ballots]);

    /// <summary>Equal ranks, left-out ranks, withdrawn candidates, groups, blanks and a title.</summary>
    public static readonly Gen<Contest> Loose =
        from candidates in Gen.Choose(1, 6)
        from seats in Gen.Choose(1, 4)
        from withdrawn in Gen.Choose(0, 9)
        from ballots in Loosened(candidates).ArrayOf().Resize(10)
        from title in Gen.Elements(null, "Board", "\"quoted\" \\ title", "Wåhl, 2020")
        from blank in Gen.Choose(0, 3)
        let gone = withdrawn < candidates - 1 ? new[] { withdrawn } : []
        select Contest.Create(People(candidates, gone), seats, [.. ballots.DistinctBy(b => b with { Count = 1 })], title, new InvalidBallots(blank, []));

    public static void Holds(Gen<Contest> gen, Func<Contest, bool> law, int tests = 150) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true), Prop.ForAll(Arb.From(gen), law));

    private static Gen<RankedBallot> Ranking(int candidates) =>
        from order in Gen.Shuffle(Enumerable.Range(0, candidates).ToArray())
        from length in Gen.Choose(1, candidates)
        from count in Gen.Frequency((4, Gen.Choose(1, 9)), (1, Gen.Choose(10, 400)))
        select RankedBallot.Strict(count, order.AsSpan(0, length));

    private static Gen<RankedBallot> Loosened(int candidates) =>
        from ballot in Ranking(candidates)
        from joined in Gen.Choose(0, 3).ArrayOf(candidates)
        from gap in Gen.Choose(0, 7)
        select ballot with { Ranks = Join(ballot.Ranks, joined, gap) };

    private static ImmutableArray<ImmutableArray<int>> Join(ImmutableArray<ImmutableArray<int>> ranks, int[] joined, int gap)
    {
        var groups = new List<ImmutableArray<int>>();
        for (var i = 0; i < ranks.Length; i++)
        {
            if (i > 0 && joined[i] == 0 && !groups[^1].IsEmpty) groups[^1] = groups[^1].AddRange(ranks[i]);
            else groups.Add(ranks[i]);
            if (gap == i + 1 && i + 1 < ranks.Length) groups.Add([]);
        }

        return [.. groups];
    }

    private static ImmutableArray<Candidate> People(int candidates, int[] withdrawn) =>
        [.. Enumerable.Range(0, candidates).Select(c => new Candidate("N" + c + (c == 2 ? " \"the\" O'Brien, \\x" : ""), withdrawn.Contains(c)))];
}
