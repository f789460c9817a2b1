namespace Foedus.Counting;

/// <summary>Players of a game who are alike: every one has the same weights, and so the same power.</summary>
/// <param name="Name">For the reader.</param>
/// <param name="Count">How many players; a single player is a class of one.</param>
public readonly record struct PlayerClass(string Name, long Count);
