namespace Foedus.Counting;

/// <summary>What settled a tie.</summary>
public enum TieSettlement
{
    EarlierRound,
    Lot,
    Order,

    /// <summary>Nothing: the tie is open.</summary>
    Open,
}
