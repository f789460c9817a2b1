namespace Foedus.Engine.Parties;

/// <summary>Somebody who supports what a provision asks for, or so many seconders of one sort.</summary>
/// <param name="Thing">Who acts, or -1 where only numbers are given.</param>
/// <param name="Seconders">How many others of the sort support it as well.</param>
/// <param name="Sort">Of which sort they are, in the words of the act ("towns").</param>
public readonly record struct Supporter(int Thing, long Seconders = 0, string? Sort = null);
