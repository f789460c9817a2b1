using System.Globalization;
using System.Text;
using Foedus.Charter.Text;

namespace Foedus.Charter.Diagnostics;

/// <summary>Prints messages with the lines that they are about, in the manner of compilers. Knows nothing of terminals; colours are chosen by who shows the segments.</summary>
public sealed class DiagnosticRenderer
{
    private readonly MessageTexts texts;
    private readonly List<RenderedSegment> segments = [];

    private DiagnosticRenderer(MessageTexts texts) => this.texts = texts;

    /// <summary>One message as pieces, with a line end at its end.</summary>
    public static IReadOnlyList<RenderedSegment> Segments(Diagnostic diagnostic, MessageTexts? texts = null)
    {
        var renderer = new DiagnosticRenderer(texts ?? MessageTexts.English);
        renderer.Render(diagnostic);
        return renderer.segments;
    }

    /// <summary>One message as text.</summary>
    public static string Text(Diagnostic diagnostic, MessageTexts? texts = null) => string.Concat(Segments(diagnostic, texts).Select(s => s.Text));

    /// <summary>Several messages as text, an empty line between.</summary>
    public static string Text(IEnumerable<Diagnostic> diagnostics, MessageTexts? texts = null) => string.Join('\n', diagnostics.Select(d => Text(d, texts)));

    private void Render(Diagnostic diagnostic)
    {
        var (kind, word) = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => (SegmentKind.Error, "error"),
            DiagnosticSeverity.Warning => (SegmentKind.Warning, "warning"),
            _ => (SegmentKind.Note, "note"),
        };
        Add(kind, $"{word}[{diagnostic.Descriptor.Number}]");
        Add(SegmentKind.Plain, ": ");
        Add(SegmentKind.Message, Visible(texts.Message(diagnostic)));
        NewLine();
        var spans = diagnostic.Secondary.Select(s => (Span: s, Kind: SegmentKind.Secondary)).Prepend((Span: diagnostic.Primary, Kind: SegmentKind.Primary)).ToList();
        var gutter = spans.Max(s => s.Span.Location.Position.Line).ToString(CultureInfo.InvariantCulture).Length;
        var first = true;
        foreach (var file in spans.GroupBy(s => s.Span.Location.Source))
        {
            Add(SegmentKind.Gutter, new string(' ', gutter) + (first ? "--> " : "::: "));
            Add(SegmentKind.Place, file.First().Span.Location.ToString());
            NewLine();
            Lines(file.Key, [.. file], gutter);
            first = false;
        }
        for (var i = 0; i < diagnostic.Help.Length; i++)
        {
            Add(SegmentKind.Help, i == 0 ? "help: " : "      ");
            Add(SegmentKind.Plain, Visible(diagnostic.Help[i]));
            NewLine();
        }
    }

    private void Lines(SourceText source, List<(DiagnosticSpan Span, SegmentKind Kind)> spans, int gutter)
    {
        var before = -1;
        foreach (var line in spans.GroupBy(s => source.LineIndexOf(s.Span.Location.Span.Start)).OrderBy(g => g.Key))
        {
            if (before >= 0 && line.Key > before + 1)
            {
                Add(SegmentKind.Gutter, "...");
                NewLine();
            }
            before = line.Key;
            var view = new SourceLineView(source, line.Key, line.First().Span.Location.Span.Start);
            Add(SegmentKind.Gutter, (line.Key + 1).ToString(CultureInfo.InvariantCulture).PadLeft(gutter) + " | ");
            Add(SegmentKind.Source, view.Text.TrimEnd());
            NewLine();
            foreach (var (span, kind) in line.OrderBy(s => s.Span.Location.Span.Start)) Underline(view, source.LineSpan(line.Key), span, kind, gutter);
        }
    }

    private void Underline(SourceLineView view, TextSpan line, DiagnosticSpan span, SegmentKind kind, int gutter)
    {
        var start = view.Column(span.Location.Span.Start);
        var end = view.Column(Math.Min(span.Location.Span.End, line.End));
        Add(SegmentKind.Gutter, new string(' ', gutter) + " | ");
        Add(SegmentKind.Plain, new string(' ', start));
        var mark = new string(kind == SegmentKind.Primary ? '^' : '-', Math.Max(1, end - start));
        Add(kind, span.Label is { Length: > 0 } label ? $"{mark} {Visible(label)}" : mark);
        NewLine();
    }

    private void Add(SegmentKind kind, string text)
    {
        if (text.Length > 0) segments.Add(new RenderedSegment(kind, text));
    }

    private void NewLine() => Add(SegmentKind.Plain, "\n");

    /// <summary>Text without characters that a terminal would obey or hide.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            visible.Append(CharacterClasses.IsControl(rune.Value) || CharacterClasses.IsInvisible(rune.Value) || CharacterClasses.IsBidirectionalControl(rune.Value) || rune.Value is '\r' or '\n' ? "\uFFFD" : rune.ToString());
        return visible.ToString();
    }
}
