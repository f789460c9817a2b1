using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Power;

/// <summary>Random games small enough for brute force: one weight, or trees over heads and two weights.</summary>
internal static class GameGenerators
{
    public static readonly Measure First = new(1);
    public static readonly Measure Second = new(2);

    private static readonly Gen<Measure> AnyMeasure = Gen.Elements(Measure.Heads, First, First, Second);

    private static readonly Gen<Threshold> AnyGate =
        from share in Gen.Elements<Ratio>(Ratio.Half, Ratio.Parse("2/3"), Ratio.Parse("3/5"), Ratio.Parse("85%"), Ratio.Parse("1/3"), Ratio.One)
        from measure in AnyMeasure
        from number in Gen.Choose(0, 9)
        from gate in Gen.Elements<Threshold>(
            Thresholds.MoreThan(share, Responses.All, measure),
            Thresholds.AtLeast(share, Responses.Cast, measure),
            Thresholds.AtLeast((Ratio)number, measure),
            Thresholds.AtMostNotInFavour(number, measure),
            Thresholds.Majority(measure))
        select gate;

    public static readonly Gen<Threshold> AnyTest = Gen.Frequency((1, AnyGate), (3, Several(AnyGate)), (2, Several(Gen.Frequency((1, AnyGate), (1, Several(AnyGate))))));

    /// <summary>A game of one weight.</summary>
    public static readonly Gen<(Threshold Test, Ratio[][] Players)> Weighted =
        from weights in Gen.Choose(0, 9).ArrayOf().Where(w => w.Length is > 0 and < 10)
        from extra in Gen.Elements(1, 1, 1, 3, 10)
        from quota in Gen.Choose(-1, Math.Max(1, weights.Sum() + 2))
        from strict in Gen.Elements(true, false)
        select ((Threshold)new Gate(LinearAmount.Tally(Responses.Yes, First), strict, quota), weights.Select((w, i) => new Ratio[] { 1, i == 0 ? w * extra : w, 0 }).ToArray());

    /// <summary>A tree of gates over up to so many players.</summary>
    public static Gen<(Threshold Test, Ratio[][] Players)> Compound(int most) =>
        from count in Gen.Choose(1, most)
        from first in Gen.Elements<Ratio>(0, 1, 1, 2, 3, Ratio.Half, 7).ArrayOf(count)
        from second in Gen.Elements<Ratio>(0, 0, 1, 1, 5).ArrayOf(count)
        from test in AnyTest
        select (test, Enumerable.Range(0, count).Select(i => new[] { 1, first[i], second[i] }).ToArray());

    public static readonly Gen<(Threshold Test, Ratio[][] Players)> Any = Gen.Frequency((2, Weighted), (3, Compound(9)));

    private static Gen<Threshold> Several(Gen<Threshold> part) =>
        from count in Gen.Choose(1, 3)
        from parts in part.ArrayOf(count)
        from needed in Gen.Choose(0, count + 1)
        select (Threshold)new AtLeastOf(needed, [.. parts]);

    /// <summary>The game with each player a class of its own.</summary>
    public static VotingGame OneByOne(Threshold test, Ratio[][] players) => Game(
        test,
        new Profile([.. players.Select((w, i) => new VoterClass($"player {i}", 1, [.. w.Select(x => (RatioRange)x)]))]));

    public static VotingGame Game(Threshold test, Profile profile)
    {
        var reading = VotingGame.Of(test, profile);
        return reading.Game ?? throw new InvalidOperationException(reading.Fault!.Explanation);
    }

    public static void Holds<T>(Gen<T> gen, Func<T, bool> law, int tests) =>
        Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true));
}
