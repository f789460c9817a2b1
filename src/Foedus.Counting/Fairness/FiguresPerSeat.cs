using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>An extreme of votes or people for one seat, and everyone who has it.</summary>
/// <param name="Figure">Votes, voters or inhabitants for one seat.</param>
/// <param name="Units">All parties or units with exactly this figure, by their places in the list, ascending.</param>
public sealed record FiguresPerSeat(Ratio Figure, ImmutableArray<int> Units);
