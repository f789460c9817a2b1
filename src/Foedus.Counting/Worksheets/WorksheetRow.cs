using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>One row of a worksheet.</summary>
/// <param name="Unit">The unit the row is about, by its place in the list; null for a row about the whole.</param>
/// <param name="Cells">One exact number a column, or null where the column does not apply.</param>
public sealed record WorksheetRow(int? Unit, ImmutableArray<Ratio?> Cells);
