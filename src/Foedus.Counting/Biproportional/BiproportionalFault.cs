namespace Foedus.Counting;

/// <summary>What is wrong with an answer that claims to be right.</summary>
public enum BiproportionalFault
{
    /// <summary>Tables or divisors do not have the shape of the division.</summary>
    Shape,

    /// <summary>A divisor is zero or below.</summary>
    Divisor,

    /// <summary>A row does not have its seats.</summary>
    RowSum,

    /// <summary>A column does not have its seats.</summary>
    ColumnSum,

    /// <summary>A cell is not a rounding of its votes by the divisors.</summary>
    Rounding,

    /// <summary>The ties named are not all ties, or not ties.</summary>
    Ties,

    /// <summary>A row of the proof has votes outside its columns.</summary>
    VotesElsewhere,

    /// <summary>The sums of the proof are not those of its rows and columns, or contradict nothing.</summary>
    NoContradiction,
}
