namespace Foedus.Counting;

/// <summary>Why a contest is not counted.</summary>
public enum TallyRefusal
{
    EqualRanks,
    OneSeatOnly,
    TooManyPapers,
    TooManyEqualRanks,
    TooManyCandidates,
    BudgetSpent,
    ReservedNotInRule,
    ReservedImpossible,
    TiesNotInRule,
    NoBallots,
    NoGroups,
    WrongBallots,
}
