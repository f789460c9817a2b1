namespace Foedus.Counting;

/// <summary>A game, or why there is none. Exactly one of the two is there.</summary>
/// <param name="Game">The game.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record VotingGameReading(VotingGame? Game, VotingGameFault? Fault);
