using Foedus.Counting;

namespace Foedus.Cli.Reports;

/// <summary>A ballot file as read, and what its count came to.</summary>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Reading">The file as read.</param>
/// <param name="Rule">The rule that was asked for; null for none.</param>
/// <param name="Contest">What was counted, with the seats asked for; null when the file has faults.</param>
/// <param name="Result">The count; null without a rule or a contest.</param>
internal sealed record CountedBallots(string Path, BallotFileReading Reading, TallyRule? Rule, Contest? Contest, TallyResult? Result);
