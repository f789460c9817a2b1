namespace Foedus.Counting;

/// <summary>The power of a member of a union, or of a player in none.</summary>
/// <param name="Union">The union, by its place; null for a player who is in none, and so is a union of one.</param>
/// <param name="Class">The class of the player.</param>
/// <param name="Owen">The value of Owen (1977): the orders in which unions join one by one, and the members of each one by one.</param>
/// <param name="BanzhafOwen">
/// The Banzhaf counterpart (Owen 1982): the share of the coalitions of other unions, with members of the player's own, that the player swings.
/// </param>
public sealed record UnionMemberPower(int? Union, int Class, Ratio Owen, Ratio BanzhafOwen);
