using System.Text;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Formatting;

/// <summary>Prints rows: indentation, columns of neighbours, long clauses broken after commas and bars.</summary>
internal sealed class RowWriter(SourceText source)
{
    /// <summary>The widest line, in columns, that is not broken where it can be.</summary>
    public const int Widest = 110;

    private const int WidestKeyword = 16;
    private readonly StringBuilder text = new();

    public string Write(List<Row> rows)
    {
        Rows(rows, 0);
        return text.ToString();
    }

    /// <summary>The columns of words printed on one line.</summary>
    public static int Width(List<Piece> pieces)
    {
        var width = 0;
        for (var i = 0; i < pieces.Count; i++) width += DisplayWidth.Of(pieces[i].Text) + (i > 0 && pieces[i].SpacedAfter(pieces[i - 1]) ? 1 : 0);
        return width;
    }

    private void Rows(List<Row> rows, int depth)
    {
        Align(rows);
        foreach (var row in rows)
        {
            if (row.IsBlank) text.Append('\n');
            else if (row.Pieces.Count > 0) Clause(row, 2 * depth);
            foreach (var (deeper, line) in row.Verbatim)
            {
                if (line.Length > 0) text.Append(' ', (2 * depth) + deeper).Append(line);
                text.Append('\n');
            }
            foreach (var quotation in row.Quotations) text.Append(' ', 2 * (depth + 1)).Append(source.Span(quotation.Span).TrimEnd()).Append('\n');
            Rows(row.Children, depth + 1);
        }
    }

    private static void Align(List<Row> rows)
    {
        for (var i = 0; i < rows.Count;)
        {
            var first = i;
            var arrows = rows[i].Arrow >= 0;
            while (i < rows.Count && rows[i].Aligns && rows[i].Arrow >= 0 == arrows) i++;
            if (i == first) i++;
            else if (arrows) AlignArrows(rows[first..i]);
            else AlignPhrases(rows[first..i]);
        }
    }

    private static void AlignArrows(List<Row> group)
    {
        var widths = group.ConvertAll(r => Width(r.Pieces[..r.Arrow]));
        var widest = widths.Where(w => w <= Widest / 2).DefaultIfEmpty(0).Max();
        for (var i = 0; i < group.Count; i++) group[i].ArrowGap = Math.Max(1, widest + 1 - widths[i]);
    }

    private static void AlignPhrases(List<Row> group)
    {
        var widths = group.ConvertAll(r => Width(r.Pieces[..r.Keyword]));
        if (widths.TrueForAll(w => w == widths[0]) && group.TrueForAll(r => SameKeyword(r, group[0]))) return;
        var widest = widths.Where(w => w <= WidestKeyword).DefaultIfEmpty(0).Max();
        for (var i = 0; i < group.Count; i++) group[i].Gap = Math.Max(1, widest + 2 - widths[i]);
    }

    private static bool SameKeyword(Row a, Row b)
    {
        if (a.Keyword != b.Keyword) return false;
        for (var i = 0; i < a.Keyword; i++)
            if (!string.Equals(a.Pieces[i].Text, b.Pieces[i].Text, StringComparison.Ordinal))
                return false;
        return true;
    }

    private void Clause(Row row, int indent)
    {
        text.Append(' ', indent);
        var column = indent;
        var fresh = true;
        for (var start = 0; start < row.Pieces.Count;)
        {
            var stop = start;
            while (stop < row.Pieces.Count - 1 && !row.Pieces[stop].MayBreakAfter && row.Pieces[stop].Comments is null) stop++;
            stop++;
            var width = 0;
            for (var i = start; i < stop; i++) width += Space(row, i) + DisplayWidth.Of(row.Pieces[i].Text);
            if (!fresh && column + width > Widest)
            {
                NewLine(indent);
                column = indent + 4;
                fresh = true;
            }
            for (var i = start; i < stop; i++)
            {
                var space = fresh && i == start ? 0 : Space(row, i);
                text.Append(' ', space).Append(row.Pieces[i].Text);
                column += space + DisplayWidth.Of(row.Pieces[i].Text);
            }
            fresh = false;
            if (row.Pieces[stop - 1].Comments is { } comments)
            {
                foreach (var (ownLine, comment) in comments)
                {
                    if (ownLine) NewLine(indent);
                    else text.Append("  ");
                    text.Append(comment);
                }
                if (stop < row.Pieces.Count) NewLine(indent);
                column = indent + 4;
                fresh = true;
            }
            start = stop;
        }
        if (row.Comment is not null) text.Append("  ").Append(row.Comment);
        text.Append('\n');
    }

    private static int Space(Row row, int i)
    {
        if (i == 0) return 0;
        if (i == row.Arrow) return row.ArrowGap;
        if (i == row.Keyword && row.Aligns && row.Pieces[i].Kind is not (TokenKind.Colon or TokenKind.Semicolon)) return row.Gap;
        return row.Pieces[i].SpacedAfter(row.Pieces[i - 1]) ? 1 : 0;
    }

    private void NewLine(int indent) => text.Append('\n').Append(' ', indent + 4);
}
