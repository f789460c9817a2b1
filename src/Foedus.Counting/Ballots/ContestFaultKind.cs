namespace Foedus.Counting;

/// <summary>What is wrong with a contest.</summary>
public enum ContestFaultKind
{
    /// <summary>There is no candidate.</summary>
    NoCandidates,

    /// <summary>There are fewer than one seat.</summary>
    SeatsBelowOne,

    /// <summary>A ballot stands for fewer than one paper, or invalid papers are below zero.</summary>
    CountBelowOne,

    /// <summary>A ballot ranks a candidate that is not in the list.</summary>
    NoSuchCandidate,

    /// <summary>A ballot ranks a candidate twice.</summary>
    CandidateTwice,

    /// <summary>A ballot ranks nobody: it belongs among the blank papers.</summary>
    NobodyRanked,

    /// <summary>A mark is below the least or above the highest that the contest allows.</summary>
    MarkOutOfScale,

    /// <summary>A list or one of its candidates has votes below zero.</summary>
    VotesBelowZero,
}
