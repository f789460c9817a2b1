namespace Foedus.Counting;

/// <summary>What one party, list or unit brought and what it got.</summary>
/// <param name="Figure">Votes, voters or inhabitants; zero or more, a fraction where votes are split.</param>
/// <param name="Seats">The seats it has; zero or more.</param>
public readonly record struct SeatHolding(Ratio Figure, long Seats);
