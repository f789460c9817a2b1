using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>The least number of voters that it takes.</summary>
public abstract record LeastVoters
{
    private LeastVoters()
    {
    }

    /// <summary>Exactly so many: fewer never suffice, and these do.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="ByClass">An example, voters by class in the order of the profile.</param>
    public sealed record Exactly(BigInteger Count, ImmutableArray<long> ByClass) : LeastVoters;

    /// <summary>Not settled: the weights pull different ways and the coalitions are too many to try all.</summary>
    /// <param name="AtLeast">Fewer never suffice.</param>
    /// <param name="AtMost">So many do, if the right ones; null when none were found.</param>
    /// <param name="ByClass">An example of <paramref name="AtMost"/>; empty when none was found.</param>
    public sealed record Between(BigInteger AtLeast, BigInteger? AtMost, ImmutableArray<long> ByClass) : LeastVoters;

    /// <summary>All of them together do not suffice.</summary>
    public sealed record Never : LeastVoters;
}
