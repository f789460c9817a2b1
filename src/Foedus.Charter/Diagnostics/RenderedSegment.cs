namespace Foedus.Charter.Diagnostics;

/// <summary>A piece of a rendered message and the part that it plays, so that a terminal or a page can colour it.</summary>
public readonly record struct RenderedSegment(SegmentKind Kind, string Text);
