namespace Foedus.Counting;

/// <summary>What a file format cannot hold of a contest.</summary>
public enum BallotLoss
{
    Seats,
    Withdrawn,
    Groups,
    EqualRanks,
    RanksLeftOut,
    BlankPapers,
    InvalidPapers,
}
