using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A count that turns on a tie which no rule settles. Nobody is elected until somebody settles it.</summary>
/// <param name="Certain">
/// Who is elected on every way; where not every way was followed, who was elected before the first open tie, which is all that is proved.
/// </param>
/// <param name="Possible">Who is elected on some of the ways that were followed, and not certain.</param>
/// <param name="Ways">The ways it may go, one for each different set of winners, with the count of the first path that leads there.</param>
/// <param name="Complete">Whether every way was followed; otherwise the budget ended first and there may be more.</param>
public sealed record TallyUndetermined(
    ImmutableArray<int> Certain, ImmutableArray<int> Possible, ImmutableArray<Tallied> Ways, bool Complete) : TallyResult;
