using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Something that happened in a round.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Candidates">To whom, by place in the contest's list.</param>
/// <param name="Value">The figure that goes with it: a surplus, a quota, a transfer value; null where there is none.</param>
public sealed record TallyEvent(TallyEventKind Kind, ImmutableArray<int> Candidates, Ratio? Value = null);
