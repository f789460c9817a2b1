namespace Foedus.Counting;

/// <summary>A distribution of seats that has no measure, and why.</summary>
/// <param name="Reason">The sort of reason.</param>
/// <param name="Unit">The party or unit at fault, by its place in the list; null when it is the whole.</param>
public sealed record NotMeasured(FairnessRefusal Reason, int? Unit) : FairnessResult
{
    /// <summary>The reason as a sentence, without the unit's name.</summary>
    public string Explanation => Reason switch
    {
        FairnessRefusal.NoHoldings => "There is no party and no unit to compare.",
        FairnessRefusal.NegativeFigure => "A figure of votes or people is below zero.",
        FairnessRefusal.NegativeSeats => "A number of seats is below zero.",
        FairnessRefusal.NoFigures => "Every figure is zero, so there are no shares to compare the seats with.",
        _ => "No seat was given, so there are no shares of seats to compare.",
    };
}
