namespace Foedus.Counting;

/// <summary>Why a biproportional division makes no sense as it was put.</summary>
public enum BiproportionalRefusal
{
    /// <summary>There is no row or no column.</summary>
    NoCells,

    /// <summary>The rows are not all as long as the list of column seats, or not as many as the row seats.</summary>
    Ragged,

    NegativeVotes,
    NegativeSeats,

    /// <summary>The seats of the rows and of the columns have different sums.</summary>
    SumsDiffer,

    /// <summary>More seats than <see cref="BiproportionalDivision.MostSeats"/>.</summary>
    HouseTooLarge,

    /// <summary>The signposts of the rule do not rise, or its numbers are beyond the stated limits.</summary>
    UnsoundRule,
}
