namespace Foedus.Counting;

/// <summary>What one unit brings to a division.</summary>
/// <param name="Figure">Inhabitants, members, votes: the figure in proportion to which seats are given. Not below zero; zero gives no right beyond <paramref name="Least"/>.</param>
/// <param name="Least">The least seats of the unit. A floor is a constraint on the division, not a gift beside it.</param>
/// <param name="Most">The most seats of the unit; null when there is no cap.</param>
public readonly record struct Claim(Ratio Figure, long Least = 0, long? Most = null);
