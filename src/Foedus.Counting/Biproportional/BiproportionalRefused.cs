namespace Foedus.Counting;

/// <summary>A division that makes no sense as it was put.</summary>
/// <param name="Reason">The sort of reason.</param>
/// <param name="Row">The row at fault; null when it is the whole or a column.</param>
/// <param name="Column">The column at fault; null when it is the whole or a row.</param>
public sealed record BiproportionalRefused(BiproportionalRefusal Reason, int? Row = null, int? Column = null) : BiproportionalResult
{
    /// <summary>The reason as a sentence, without the names of row and column.</summary>
    public string Explanation => Reason switch
    {
        BiproportionalRefusal.NoCells => "There is no row or no column to give seats to.",
        BiproportionalRefusal.Ragged => "The table does not have one number of votes for each row and column.",
        BiproportionalRefusal.NegativeVotes => "A number of votes is below zero.",
        BiproportionalRefusal.NegativeSeats => "A number of seats is below zero.",
        BiproportionalRefusal.SumsDiffer => "The seats of the rows and the seats of the columns have different sums.",
        BiproportionalRefusal.HouseTooLarge => "There are more seats than a thousand million.",
        _ => "The signposts of the rule do not rise from seat to seat, or lie beyond what the rule allows.",
    };
}
