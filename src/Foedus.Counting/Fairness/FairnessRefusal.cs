namespace Foedus.Counting;

/// <summary>Why a distribution of seats has no measure.</summary>
public enum FairnessRefusal
{
    /// <summary>No party and no unit is given.</summary>
    NoHoldings,

    /// <summary>A figure of votes or people is below zero.</summary>
    NegativeFigure,

    /// <summary>A number of seats is below zero.</summary>
    NegativeSeats,

    /// <summary>All figures are zero: there are no shares to compare with.</summary>
    NoFigures,

    /// <summary>All numbers of seats are zero.</summary>
    NoSeats,
}
