namespace Foedus.Counting;

/// <summary>What a rule makes of candidates that a ballot ranks equally.</summary>
internal enum EqualRanks
{
    /// <summary>
    /// A paper counts up to the first equal or left-out rank, as under the regulations for public elections, where a number
    /// given twice leaves the voter's intention uncertain. A paper whose first rank is shared is void.
    /// </summary>
    Cut,

    /// <summary>
    /// A paper is divided equally among all strict orders of the equal ones. "Symmetric completion": D. R. Woodall,
    /// "Properties of preferential election rules", Voting matters 3, 1994. Left-out ranks close up.
    /// </summary>
    Completed,

    /// <summary>The rule has no equal ranks; the contest is refused. Left-out ranks close up.</summary>
    Refused,
}
