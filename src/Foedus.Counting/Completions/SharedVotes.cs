using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Votes told in one sum for several classes together: how many there are of each response is known, and not whose they are. Voters of these
/// classes beyond the sums are absent.
/// </summary>
/// <param name="Classes">The classes whose untold voters gave them.</param>
/// <param name="By">The measure in which they are told; every voter of the classes has an exact weight by it.</param>
/// <param name="Given">The sum of each response, in the order of <see cref="Response"/>; that of the absent is not looked at.</param>
/// <param name="Divisible">True if a voter may give a part of his votes to one side and a part to another.</param>
public sealed record SharedVotes(ImmutableArray<int> Classes, int By, ImmutableArray<Ratio> Given, bool Divisible);
