using Foedus.Charter.Text;

namespace Foedus.Cli.Pages;

/// <summary>A page without colours, for pipes, files and whoever asked for none.</summary>
internal sealed class PlainPage(TextWriter output) : Page
{
    protected override void Write(string text, Tone tone) => output.Write(text);

    protected override void EndLine() => output.Write('\n');

    protected override void WriteTable(Table table)
    {
        var widths = new int[table.Headings.Count];
        foreach (var row in table.Rows.Prepend(table.Headings))
        {
            for (var i = 0; i < widths.Length && i < row.Count; i++)
                widths[i] = Math.Max(widths[i], DisplayWidth.Of(row[i]));
        }

        if (table.Headings.Any(h => h.Length > 0))
            Row(table, table.Headings, widths);
        foreach (var row in table.Rows)
            Row(table, row, widths);
    }

    private void Row(Table table, IReadOnlyList<string> cells, int[] widths)
    {
        var line = new System.Text.StringBuilder().Append(' ', table.Indent);
        for (var i = 0; i < widths.Length; i++)
        {
            var cell = i < cells.Count ? cells[i] : "";
            var gap = widths[i] - DisplayWidth.Of(cell);
            if (i > 0)
                line.Append("  ");
            if (table.Numbers[i])
                line.Append(' ', gap).Append(cell);
            else
                line.Append(cell).Append(' ', gap);
        }

        output.Write(Visible(line.ToString().TrimEnd()));
        output.Write('\n');
    }
}
