namespace Foedus.Cli.Pages;

/// <summary>Rows of cells under headings. Columns marked as numbers are set to the right.</summary>
internal sealed class Table
{
    private readonly List<IReadOnlyList<string>> rows = [];

    /// <param name="headings">The headings; a heading that begins with <c>&gt;</c> is that of a column of numbers.</param>
    public Table(params IReadOnlyList<string> headings)
    {
        Headings = [.. headings.Select(h => h.StartsWith('>') ? h[1..] : h)];
        Numbers = [.. headings.Select(h => h.StartsWith('>'))];
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Which columns hold numbers.</summary>
    public IReadOnlyList<bool> Numbers { get; }

    public IReadOnlyList<IReadOnlyList<string>> Rows => rows;

    /// <summary>How many blanks stand before each line.</summary>
    public int Indent { get; init; }

    /// <summary>Adds a row; missing cells are empty.</summary>
    public Table Row(params IReadOnlyList<string> cells)
    {
        rows.Add(cells);
        return this;
    }
}
