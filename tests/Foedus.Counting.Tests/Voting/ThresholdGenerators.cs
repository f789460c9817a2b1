using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Voting;

/// <summary>Random rules and electorates, small enough for brute force, with every sort of gate the field knows and some it does not.</summary>
internal static class ThresholdGenerators
{
    public static readonly Measure Weight = new(1);

    private static readonly Gen<Ratio> Share = Gen.Elements<Ratio>(Ratio.Half, Ratio.Parse("2/3"), Ratio.Parse("3/5"), Ratio.Parse("3/4"), Ratio.Parse("1/3"));

    private static readonly Gen<Measure> AnyMeasure = Gen.Elements(Measure.Heads, Weight);

    private static readonly Gen<Threshold> FieldGate =
        from share in Share
        from of in Gen.Elements(Responses.Cast, Responses.Present, Responses.All, Responses.Yes | Responses.No | Responses.Abstain)
        from measure in AnyMeasure
        from number in Gen.Choose(0, 4)
        from gate in Gen.Elements<Threshold>(
            Thresholds.MoreThan(share, of, measure),
            Thresholds.AtLeast(share, of, measure),
            Thresholds.AtLeast((Ratio)number, measure),
            Thresholds.MoreThan((Ratio)number, measure),
            Thresholds.Majority(measure),
            Thresholds.Quorum(share, measure),
            Thresholds.QuorumOf(number, measure),
            Thresholds.AtMostNotInFavour(number, measure),
            Thresholds.AtMostAgainst(number, measure),
            Thresholds.NoneAgainst(measure))
        select gate;

    private static readonly Gen<LinearAmount> AnyAmount =
        from factors in Gen.Choose(-2, 2).ArrayOf(2)
        from sets in Gen.Choose(0, 31).ArrayOf(2)
        from measures in AnyMeasure.ArrayOf(2)
        from constant in Gen.Choose(-3, 3)
        select new LinearAmount(
            [.. Enumerable.Range(0, 2).Select(i => new TallyTerm(Ratio.Of(factors[i], i + 1), (Responses)sets[i], measures[i]))],
            (Ratio)constant);

    private static readonly Gen<Threshold> OddGate =
        from left in AnyAmount
        from right in AnyAmount
        from strict in Gen.Elements(true, false)
        select (Threshold)new Gate(left, strict, right);

    public static readonly Gen<Threshold> AnyGate = Gen.Frequency((3, FieldGate), (1, OddGate));

    public static readonly Gen<Threshold> AnyTest = Gen.Frequency(
        (2, AnyGate),
        (3, Several(AnyGate)),
        (1, Several(Gen.Frequency((1, AnyGate), (1, Several(AnyGate))))));

    /// <summary>Up to so many voters: one head each and a weight.</summary>
    public static Gen<Ratio[][]> Electorate(int most) =>
        from voters in Gen.Choose(1, most)
        from weights in Gen.Elements<Ratio>(0, 1, 1, 2, 3, Ratio.Half, 7).ArrayOf(voters)
        select weights.Select(weight => new Ratio[] { 1, weight }).ToArray();

    private static Gen<Threshold> Several(Gen<Threshold> part) =>
        from count in Gen.Choose(1, 3)
        from parts in part.ArrayOf(count)
        from needed in Gen.Choose(0, count + 1)
        select (Threshold)new AtLeastOf(needed, [.. parts]);
}
