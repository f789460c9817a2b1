using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Some of the tied seats could only go to some of the tied units, because the others had no right to them yet.</summary>
/// <param name="Units">The units, ascending.</param>
/// <param name="Places">At least so many of the tied seats go to them.</param>
public sealed record TieNeed(ImmutableArray<int> Units, int Places);
