using Foedus.Counting;

namespace Foedus.Secretariat.Power;

/// <summary>A game as somebody asked for it.</summary>
/// <param name="Title">What it is: a rule, a file, the numbers typed.</param>
/// <param name="Rule">When it is carried, in words.</param>
/// <param name="Readings">The readings on which it is this game; empty where nothing is open.</param>
/// <param name="Game">The game.</param>
/// <param name="Weights">What each player weighs, by class, for the table; null where the rule has several weights.</param>
public sealed record PowerGame(string Title, string Rule, IReadOnlyList<string> Readings, VotingGame Game, IReadOnlyList<string>? Weights);
