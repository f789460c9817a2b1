using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>One row of a table of a tally.</summary>
/// <param name="Candidate">The candidate the row is about, by its place in the contest's list; null for a row about something else.</param>
/// <param name="Label">What the row is about where it is no candidate: "exhausted", the name of a list; null for a candidate.</param>
/// <param name="Cells">One exact number a column, or null where the column does not apply.</param>
/// <param name="Standing">Where the candidate stands after this round; null where the method has no such thing.</param>
public sealed record TallyRow(int? Candidate, string? Label, ImmutableArray<Ratio?> Cells, CandidateStanding? Standing = null);
