using Spectre.Console;

namespace Foedus.Cli.Pages;

/// <summary>A page with colours and drawn tables, for a terminal. Nothing of it is loaded where there is none.</summary>
internal sealed class TerminalPage : Page
{
    private const int Endless = 1 << 20;

    private readonly IAnsiConsole console;
    private readonly int width;

    public TerminalPage(TextWriter output)
    {
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.Yes });
        width = Math.Max(40, console.Profile.Width);
        console.Profile.Width = Endless;
    }

    protected override void Write(string text, Tone tone) => console.Write(new Text(text, StyleOf(tone)));

    protected override void EndLine() => console.WriteLine();

    protected override void WriteTable(Table table)
    {
        var drawn = new Spectre.Console.Table { Border = TableBorder.Simple, ShowHeaders = table.Headings.Any(h => h.Length > 0) };
        for (var i = 0; i < table.Headings.Count; i++)
            drawn.AddColumn(new TableColumn(new Text(table.Headings[i], StyleOf(Tone.Strong))) { Alignment = table.Numbers[i] ? Justify.Right : Justify.Left });
        foreach (var row in table.Rows)
            drawn.AddRow(Enumerable.Range(0, table.Headings.Count).Select(i => new Text(i < row.Count ? Visible(row[i]) : "")));
        console.Profile.Width = width;
        console.Write(new Padder(drawn, new Padding(table.Indent, 0, 0, 0)));
        console.Profile.Width = Endless;
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(Color.Grey),
        Tone.Good => new Style(Color.Green),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Open => new Style(Color.Yellow),
        Tone.Place => new Style(Color.Blue),
        _ => Style.Plain,
    };
}
