using System.Collections.Immutable;

namespace Foedus.Engine.Seats;

/// <summary>One outcome of a count, with all the ways of reading that lead to it.</summary>
/// <param name="Total">The seats of the body.</param>
/// <param name="Shares">The seats of each unit in each group.</param>
/// <param name="Ways">The ways of reading; each has its worksheets.</param>
public sealed record SeatResult(SeatRange Total, ImmutableArray<UnitSeats> Shares, ImmutableArray<SeatWay> Ways);
