using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The places of a delegation that are owed to a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Least">How many of the delegation must be of the group at least, extra places included.</param>
/// <param name="Extra">Places that the group adds to the delegation.</param>
/// <param name="Reckonings">What each norm asks for, in the order of the norms.</param>
public sealed record GroupPlaces(string Group, long Least, long Extra, ImmutableArray<NormReckoning> Reckonings);
