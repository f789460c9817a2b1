using System.Text;
using Foedus.Charter.Text;

namespace Foedus.Charter.Diagnostics;

/// <summary>A line of a file as it can be shown: tabs as spaces, what cannot be seen as a replacement mark, long lines cut around a place.</summary>
internal sealed class SourceLineView
{
    private const int Widest = 140;
    private const int Before = 50;
    private readonly TextSpan line;
    private readonly int[] columns;
    private readonly int cut;
    private readonly int shown;

    public SourceLineView(SourceText source, int lineIndex, int focus)
    {
        line = source.LineSpan(lineIndex);
        var content = source.Span(line);
        // A line of many thousand characters is only looked at around the place.
        var from = Math.Clamp(focus - line.Start - (4 * Widest), 0, content.Length);
        if (from > 0 && char.IsLowSurrogate(content[from])) from--;
        var to = Math.Min(content.Length, from + (8 * Widest));
        Skipped = from;
        columns = new int[to - from + 1];
        var text = new StringBuilder();
        var starts = new List<(int Column, int At)>();
        var column = 0;
        for (var i = from; i < to;)
        {
            var status = Rune.DecodeFromUtf16(content[i..to], out var rune, out var used);
            starts.Add((column, text.Length));
            for (var k = 0; k < used; k++) columns[i - from + k] = column;
            if (content[i] == '\t')
            {
                var width = 4 - (column % 4);
                text.Append(' ', width);
                column += width;
            }
            else if (status != System.Buffers.OperationStatus.Done || CharacterClasses.IsControl(rune.Value) || CharacterClasses.IsInvisible(rune.Value) || CharacterClasses.IsBidirectionalControl(rune.Value))
            {
                text.Append('\uFFFD');
                column++;
            }
            else
            {
                text.Append(rune.ToString());
                column += DisplayWidth.Of(rune);
            }
            i += used;
        }
        columns[to - from] = column;
        starts.Add((column, text.Length));
        var wanted = WholeColumn(focus);
        cut = column > Widest && wanted > Widest - Before ? wanted - Before : 0;
        shown = Math.Min(column, cut + Widest);
        var first = starts.Find(s => s.Column >= cut);
        var last = starts.FindLast(s => s.Column <= shown);
        Lead = cut > 0 || from > 0 ? "…" : "";
        Text = Lead + text.ToString(first.At, Math.Max(0, last.At - first.At)) + (shown < column || to < content.Length ? "…" : "");
        cut = first.Column;
    }

    /// <summary>What is shown.</summary>
    public string Text { get; }

    private string Lead { get; }

    private int Skipped { get; }

    /// <summary>The column, from 0, of a place in the file, in what is shown.</summary>
    public int Column(int position) => Lead.Length + Math.Clamp(WholeColumn(position), cut, shown) - cut;

    private int WholeColumn(int position) => columns[Math.Clamp(position - line.Start - Skipped, 0, columns.Length - 1)];
}
