using System.Numerics;
using Foedus.Counting;

namespace Foedus.Cli.Reports;

/// <summary>A ballot file as read, and what its count came to.</summary>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Reading">The file as read.</param>
/// <param name="Rule">The rule that was asked for; null for none.</param>
/// <param name="Contest">What was counted, with the seats asked for; null when the file has faults.</param>
/// <param name="Result">The count; null without a rule or a contest.</param>
internal sealed record CountedBallots(string Path, BallotFileReading Reading, TallyRule? Rule, Contest? Contest, TallyResult? Result)
{
    /// <summary>The papers with marks, where the file holds these and no rankings.</summary>
    public ScoredContest? Marks { get; init; }

    /// <summary>The valid papers, and how many of them differ.</summary>
    public (BigInteger All, int Different) Papers =>
        Marks is { } marks ? (marks.Total, marks.Ballots.Length) : (Contest?.Total ?? 0, Contest?.Ballots.Length ?? 0);
}
