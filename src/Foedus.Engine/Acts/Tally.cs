using System.Collections.Immutable;
using Foedus.Counting;

namespace Foedus.Engine.Acts;

/// <summary>How a voter answers; invalid, blank and absent are answers too.</summary>
public enum Side
{
    For,
    Against,
    Abstaining,
    Absent,
    Invalid,
    Blank,

    /// <summary>Outside the electorate of this vote.</summary>
    NotTakingPart,
}

/// <summary>A part of a vote as reported: a number, named units, or all the rest; or units by a measure ("units 8.5 cantonal-votes for").</summary>
/// <param name="Side">How they answered.</param>
/// <param name="Count">How many, where a number is given.</param>
/// <param name="Units">Which, where they are named (numbers of things).</param>
/// <param name="Rest">All the others.</param>
public sealed record Tally(Side Side, Ratio? Count, ImmutableArray<int> Units, bool Rest)
{
    /// <summary>Of which measure the number is (units by their own results); null for heads or for the rule's own votes.</summary>
    public string? Measure { get; init; }

    /// <summary>In which chamber, or of which unit, where a number or the rest is told of a part; else -1.</summary>
    public int In { get; init; } = -1;

    /// <summary>In an election, the candidate for whom the votes are, where it is not the one whom the act names; else -1.</summary>
    public int Candidate { get; init; } = -1;
}
