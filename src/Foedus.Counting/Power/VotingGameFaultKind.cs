namespace Foedus.Counting;

/// <summary>Why a rule and an electorate make no game whose power can be measured.</summary>
public enum VotingGameFaultKind
{
    /// <summary>There is no player.</summary>
    NoPlayers,

    /// <summary>A class has fewer than no players.</summary>
    NegativeCount,

    /// <summary>More players than 2^62.</summary>
    TooManyPlayers,

    /// <summary>A figure is known only as a range.</summary>
    NotExact,

    /// <summary>A vote in favour can turn a test against what it supports; no measure of power is defined for such a rule.</summary>
    NotMonotone,
}
