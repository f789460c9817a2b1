using Foedus.Charter.Text;

namespace Foedus.Charter.Diagnostics;

/// <summary>A place that a message points at, with a few words about it.</summary>
public readonly record struct DiagnosticSpan(SourceLocation Location, string? Label);
