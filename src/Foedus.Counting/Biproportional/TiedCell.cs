namespace Foedus.Counting;

/// <summary>A cell that may have one seat more or less.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="Has">Whether it has that seat in the answer that is shown.</param>
public readonly record struct TiedCell(int Row, int Column, bool Has);
