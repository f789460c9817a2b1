using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Players who have agreed beforehand to act together: a party, an alliance.</summary>
/// <param name="Name">For the reader.</param>
/// <param name="Members">How many players of each class, in the order of the game's classes.</param>
public sealed record PlayerUnion(string Name, ImmutableArray<long> Members);
