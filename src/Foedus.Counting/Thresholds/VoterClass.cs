using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Voters who are alike for every rule: the same weights by every measure.</summary>
/// <param name="Name">For the reader.</param>
/// <param name="Count">How many voters.</param>
/// <param name="Weights">
/// The weight of each voter of the class by measure; place 0 is heads. Left out: heads 1, every other measure 0.
/// </param>
/// <param name="Given">The responses given so far. Voters not in it have not answered.</param>
public sealed record VoterClass(string Name, long Count, ImmutableArray<RatioRange> Weights = default, ResponseCounts Given = default)
{
    public long Unanswered => (long)Int128.Clamp(Count - Given.Total, 0, long.MaxValue);

    /// <summary>The weight of one voter of the class; 1 by heads and 0 by others where nothing is given.</summary>
    public RatioRange Weight(Measure measure)
    {
        if (!Weights.IsDefault && measure.Index >= 0 && measure.Index < Weights.Length) return Weights[measure.Index];
        return measure == Measure.Heads ? 1 : 0;
    }

    /// <summary>Both classes as one, under this one's name and weights.</summary>
    internal VoterClass Joined(VoterClass other)
    {
        var given = Given;
        foreach (var response in Enum.GetValues<Response>()) given = given.Plus(response, other.Given[response]);
        return this with { Count = (long)Int128.Clamp((Int128)Count + other.Count, long.MinValue, long.MaxValue), Given = given };
    }
}
