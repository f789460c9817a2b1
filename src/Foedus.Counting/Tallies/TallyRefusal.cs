namespace Foedus.Counting;

/// <summary>Why a contest is not counted.</summary>
public enum TallyRefusal
{
    EqualRanks,
    OneSeatOnly,
    TooManyPapers,
    TooManyCandidates,
    BudgetSpent,
    ReservedNotInRule,
    ReservedImpossible,
    TiesNotInRule,
    NoBallots,
    NoGroups,
    WrongBallots,
}
