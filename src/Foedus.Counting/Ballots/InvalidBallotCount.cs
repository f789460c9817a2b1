namespace Foedus.Counting;

/// <summary>How many papers are invalid for one reason.</summary>
/// <param name="Reason">The reason as the source gives it.</param>
/// <param name="Count">How many papers; zero or more.</param>
public sealed record InvalidBallotCount(string Reason, long Count);
