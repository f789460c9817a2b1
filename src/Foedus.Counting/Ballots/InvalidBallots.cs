using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>Papers that were cast and are not counted. They take part in no quota; they are reported.</summary>
/// <param name="Blank">Papers without any mark.</param>
/// <param name="Reasons">Papers that are invalid for another reason, in the order of the source.</param>
public sealed record InvalidBallots(long Blank, ImmutableArray<InvalidBallotCount> Reasons)
{
    public static InvalidBallots None { get; } = new(0, []);

    /// <summary>All papers that are not counted, blank ones included.</summary>
    public BigInteger Total => Reasons.Aggregate((BigInteger)Blank, (sum, reason) => sum + reason.Count);
}
