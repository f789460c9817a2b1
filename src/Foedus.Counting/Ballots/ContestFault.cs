using System.Globalization;

namespace Foedus.Counting;

/// <summary>Something wrong with a contest, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Ballot">The ballot at fault, by its place in the list from 0; null when it is the contest.</param>
/// <param name="Figure">The count, the seats or the candidate's place that is wrong.</param>
public sealed record ContestFault(ContestFaultKind Kind, int? Ballot, long Figure)
{
    /// <summary>The fault as a sentence.</summary>
    public string Explanation => (Ballot is { } ballot ? string.Create(CultureInfo.InvariantCulture, $"Ballot {ballot + 1}: ") : "") + Kind switch
    {
        ContestFaultKind.NoCandidates => "There is no candidate.",
        ContestFaultKind.SeatsBelowOne => string.Create(CultureInfo.InvariantCulture, $"There are {Figure} seats; a contest fills at least one."),
        ContestFaultKind.CountBelowOne => string.Create(CultureInfo.InvariantCulture, $"It stands for {Figure} papers."),
        ContestFaultKind.NoSuchCandidate => string.Create(CultureInfo.InvariantCulture, $"It ranks candidate {Figure + 1}, who is not in the list."),
        ContestFaultKind.CandidateTwice => string.Create(CultureInfo.InvariantCulture, $"It ranks candidate {Figure + 1} twice."),
        ContestFaultKind.MarkOutOfScale =>
            string.Create(CultureInfo.InvariantCulture, $"Its mark for candidate {Figure + 1} is outside the scale."),
        ContestFaultKind.VotesBelowZero =>
            string.Create(CultureInfo.InvariantCulture, $"List {Figure + 1} has votes below zero."),
        _ => "It ranks nobody; it belongs among the blank papers.",
    };
}
