namespace Foedus.Charter.Registers;

/// <summary>A row and the line, from 1, on which it starts.</summary>
public sealed record CsvRow(int Line, string[] Cells);
