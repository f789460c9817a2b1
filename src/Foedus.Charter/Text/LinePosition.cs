namespace Foedus.Charter.Text;

/// <summary>A line and a column, both from 1, as a person counts them; a column is one UTF-16 unit.</summary>
public readonly record struct LinePosition(int Line, int Column);
