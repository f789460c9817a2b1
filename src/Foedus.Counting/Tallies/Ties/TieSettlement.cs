namespace Foedus.Counting;

/// <summary>What settled a tie.</summary>
public enum TieSettlement
{
    EarlierRound,
    Lot,
    Order,

    /// <summary>Nothing, and it does not matter: all of them go, and whichever goes first leaves the same count.</summary>
    Indifferent,

    /// <summary>Nothing: the tie is open.</summary>
    Open,
}
