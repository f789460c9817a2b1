using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Seats to be divided among districts and parties (or members and groups) at once, so that each row and each column has the seats it
/// was given before. Rows and columns are known by their places in these lists, and every result keeps that order.
/// </summary>
/// <param name="Rule">The divisor rule that rounds each cell; <see cref="DivisorRule.Webster"/> in all laws in force.</param>
/// <param name="Votes">The votes by row and column, none below zero. A cell without votes never gets a seat.</param>
/// <param name="RowSeats">The seats of each row.</param>
/// <param name="ColumnSeats">The seats of each column; the same sum.</param>
public sealed record BiproportionalDivision(
    DivisorRule Rule, ImmutableArray<ImmutableArray<Ratio>> Votes, ImmutableArray<long> RowSeats, ImmutableArray<long> ColumnSeats)
{
    /// <summary>Most seats in all. Beyond it the division is refused by name.</summary>
    public const long MostSeats = 1_000_000_000;
}
