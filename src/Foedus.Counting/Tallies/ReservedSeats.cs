namespace Foedus.Counting;

/// <summary>At least so many of the elected must be of a group.</summary>
/// <param name="Group">The group, as <see cref="Candidate.Group"/> names it.</param>
/// <param name="Least">The least number; zero or more.</param>
public sealed record ReservedSeats(string Group, int Least);
