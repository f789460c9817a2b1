namespace Foedus.Counting;

/// <summary>The thresholds of the field by their plain meaning. Each names its base; none assumes one.</summary>
public static class Thresholds
{
    /// <summary>
    /// More than a share of a base: <c>MoreThan("1/2", Responses.Cast)</c> is a majority of votes cast, <see cref="Responses.Present"/> of those
    /// present, <see cref="Responses.All"/> of the members.
    /// </summary>
    public static Gate MoreThan(Ratio share, Responses of, Measure by = default, string? name = null) =>
        new(LinearAmount.Tally(Responses.Yes, by), Strict: true, share * LinearAmount.Tally(of, by), name);

    /// <summary>At least a share of a base: <c>AtLeast("2/3", Responses.Cast)</c> is "twice as many for as against".</summary>
    public static Gate AtLeast(Ratio share, Responses of, Measure by = default, string? name = null) =>
        new(LinearAmount.Tally(Responses.Yes, by), Strict: false, share * LinearAmount.Tally(of, by), name);

    /// <summary>More in favour than a number: a share of all seats, filled or not, or of a figure.</summary>
    public static Gate MoreThan(RatioRange number, Measure by = default, string? name = null) =>
        new(LinearAmount.Tally(Responses.Yes, by), Strict: true, number, name);

    /// <summary>At least so many in favour: a number, a share of all seats, or of a figure.</summary>
    public static Gate AtLeast(RatioRange number, Measure by = default, string? name = null) =>
        new(LinearAmount.Tally(Responses.Yes, by), Strict: false, number, name);

    /// <summary>More for than against.</summary>
    public static Gate Majority(Measure by = default, string? name = null) =>
        new(LinearAmount.Tally(Responses.Yes, by), Strict: true, LinearAmount.Tally(Responses.No, by), name);

    /// <summary>At most so many of the members are not in favour, whatever they did instead.</summary>
    public static Gate AtMostNotInFavour(RatioRange number, Measure by = default, string? name = null) =>
        new(number, Strict: false, LinearAmount.Tally(Responses.All & ~Responses.Yes, by), name);

    /// <summary>At most so many votes against.</summary>
    public static Gate AtMostAgainst(RatioRange number, Measure by = default, string? name = null) =>
        new(number, Strict: false, LinearAmount.Tally(Responses.No, by), name);

    /// <summary>Nobody votes against: a veto of each voter with a weight by this measure.</summary>
    public static Gate NoneAgainst(Measure by = default, string? name = null) => AtMostAgainst(0, by, name);

    /// <summary>A share of the members is present. Not a test of the vote itself: failing it is "inquorate", not "rejected".</summary>
    public static Gate Quorum(Ratio share, Measure by = default, string? name = null) =>
        new(LinearAmount.Tally(Responses.Present, by), Strict: false, share * LinearAmount.Tally(Responses.All, by), name);

    /// <summary>So many are present.</summary>
    public static Gate QuorumOf(RatioRange number, Measure by = default, string? name = null) =>
        new(LinearAmount.Tally(Responses.Present, by), Strict: false, number, name);

    /// <summary>
    /// A test that has to hold in so many parts of the electorate, each by itself: a majority of votes cast in at least 14 of 26 cantons.
    /// </summary>
    /// <param name="needed">In how many parts.</param>
    /// <param name="parts">A measure for each part, by which only its voters have a weight.</param>
    /// <param name="test">The test of one part.</param>
    /// <param name="name">For the reader.</param>
    public static AtLeastOf InAtLeast(int needed, IEnumerable<Measure> parts, Func<Measure, Threshold> test, string? name = null) =>
        new(needed, [.. parts.Select(test)], name);

    /// <summary>
    /// More for than against, equal numbers being settled by a casting vote: half a vote in a class of its own
    /// (<see cref="CastingVote"/>), so that it decides exactly when the others are equal.
    /// </summary>
    public static Gate MajorityWithCastingVote(Measure casting, Measure by = default, string? name = null) =>
        new(
            LinearAmount.Tally(Responses.Yes, by) + LinearAmount.Tally(Responses.Yes, casting),
            Strict: true,
            LinearAmount.Tally(Responses.No, by) + LinearAmount.Tally(Responses.No, casting),
            name);

    /// <summary>The class of a casting vote: one voter of no weight but half a vote by the measure of casting votes.</summary>
    /// <param name="casting">The measure; not heads.</param>
    /// <param name="vote">How it is cast; null while it is not.</param>
    public static VoterClass CastingVote(Measure casting, Response? vote)
    {
        var weights = new RatioRange[Math.Max(1, casting.Index + 1)];
        Array.Fill(weights, 0);
        weights[^1] = Ratio.Half;
        var given = vote is { } cast ? default(ResponseCounts).Plus(cast, 1) : default;
        return new VoterClass("casting vote", 1, [.. weights], given);
    }
}
