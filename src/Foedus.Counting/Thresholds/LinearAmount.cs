using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>One side of a comparison: multiples of tallies, and a constant that may be known only as a range.</summary>
public sealed record LinearAmount(ImmutableArray<TallyTerm> Terms, RatioRange Constant)
{
    public static implicit operator LinearAmount(RatioRange constant) => new([], constant);

    public static implicit operator LinearAmount(Ratio constant) => new([], constant);

    public static implicit operator LinearAmount(long constant) => new([], constant);

    /// <summary>The voters who gave one of these responses, by a measure.</summary>
    public static LinearAmount Tally(Responses which, Measure by = default) => new([new TallyTerm(1, which, by)], 0);

    public static LinearAmount operator +(LinearAmount left, LinearAmount right) =>
        new(right.Terms.IsEmpty ? left.Terms : left.Terms.AddRange(right.Terms), left.Constant + right.Constant);

    public static LinearAmount operator -(LinearAmount left, LinearAmount right) => left + ((Ratio)(-1) * right);

    public static LinearAmount operator *(Ratio factor, LinearAmount amount)
    {
        var terms = new TallyTerm[amount.Terms.Length];
        for (var t = 0; t < terms.Length; t++)
            terms[t] = amount.Terms[t] with { Factor = factor * amount.Terms[t].Factor };
        return new(ImmutableCollectionsMarshal.AsImmutableArray(terms), factor * amount.Constant);
    }

    /// <summary>The value for a profile; voters who have not answered count as absent.</summary>
    public RatioRange Value(Profile profile) => new Weighing(this, profile).Value(Weighing.Counts(profile));
}
