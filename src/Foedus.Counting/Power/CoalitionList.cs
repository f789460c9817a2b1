using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Minimal coalitions, written out as far as was asked.</summary>
/// <param name="Coalitions">Each with its players by class, in the order of the game's classes.</param>
/// <param name="IsComplete">Whether these are all.</param>
public sealed record CoalitionList(ImmutableArray<ImmutableArray<long>> Coalitions, bool IsComplete);
