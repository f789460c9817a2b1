using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Foedus.Counting;

/// <summary>A file of marks as read: a contest, or what is wrong with the file. Nothing is left out quietly.</summary>
/// <param name="Contest">The contest; null when there is a fault.</param>
/// <param name="Faults">The first faults, in the order of the file; at most 100.</param>
/// <param name="MoreFaults">How many more faults there are.</param>
public sealed record ScoredFileReading(ScoredContest? Contest, ImmutableArray<BallotFileFault> Faults, long MoreFaults)
{
    [MemberNotNullWhen(true, nameof(Contest))]
    public bool IsSound => Contest is not null;
}
