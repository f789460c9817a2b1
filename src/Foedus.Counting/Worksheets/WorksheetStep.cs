using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>One table of a worksheet.</summary>
/// <param name="Title">What is done in this step, as a short sentence without full stop.</param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">Rows with one cell a column.</param>
public sealed record WorksheetStep(string Title, ImmutableArray<string> Columns, ImmutableArray<WorksheetRow> Rows);
