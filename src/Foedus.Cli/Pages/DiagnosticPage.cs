using Foedus.Charter.Diagnostics;

namespace Foedus.Cli.Pages;

/// <summary>Writes messages with the lines that they are about.</summary>
internal static class DiagnosticPage
{
    public static void Write(Page page, Diagnostic diagnostic)
    {
        foreach (var segment in DiagnosticRenderer.Segments(diagnostic))
        {
            if (segment.Text == "\n")
                page.End();
            else
                page.Put(segment.Text, ToneOf(segment.Kind, diagnostic.Severity));
        }
    }

    private static Tone ToneOf(SegmentKind kind, DiagnosticSeverity severity) => kind switch
    {
        SegmentKind.Error => Tone.Bad,
        SegmentKind.Warning => Tone.Open,
        SegmentKind.Note => Tone.Place,
        SegmentKind.Message or SegmentKind.Help => Tone.Strong,
        SegmentKind.Place or SegmentKind.Secondary => Tone.Place,
        SegmentKind.Gutter => Tone.Faint,
        SegmentKind.Primary => severity == DiagnosticSeverity.Error ? Tone.Bad : Tone.Open,
        _ => Tone.Plain,
    };
}
