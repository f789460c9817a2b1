using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A computation as ordered steps that a committee can follow by hand. Data, not text: the reader lays it out.</summary>
/// <param name="Steps">The steps in the order of work.</param>
public sealed record Worksheet(ImmutableArray<WorksheetStep> Steps);
