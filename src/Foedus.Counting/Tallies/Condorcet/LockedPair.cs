namespace Foedus.Counting;

/// <summary>A victory in a pair, and whether it was locked.</summary>
/// <param name="Winner">Who wins the pair, numbered as in the matrix.</param>
/// <param name="Loser">Who loses it.</param>
/// <param name="For">The papers that prefer the winner.</param>
/// <param name="Against">The papers that prefer the loser.</param>
/// <param name="Locked">Whether it was locked; null when that depends on the order of equally strong pairs.</param>
public readonly record struct LockedPair(int Winner, int Loser, Int128 For, Int128 Against, bool? Locked);
