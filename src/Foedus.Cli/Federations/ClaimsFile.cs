using System.Collections.Immutable;
using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Federations;

/// <summary>
/// Units with their figures, as a spreadsheet saves them: a line of heads, then a name and a figure a line, separated by commas, semicolons
/// or tabs. Columns named <c>least</c> and <c>most</c> give a unit's own limits.
/// </summary>
/// <param name="Figure">The head of the second column.</param>
/// <param name="Units">The names.</param>
/// <param name="Claims">The figures and limits, in the same order.</param>
internal sealed record ClaimsFile(string Figure, ImmutableArray<string> Units, ImmutableArray<Claim> Claims)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="least">The least seats of units that have none of their own.</param>
    /// <param name="most">The most seats of units that have none of their own.</param>
    /// <exception cref="UsageProblem">It cannot be read, or a line is wrong: which and why.</exception>
    public static ClaimsFile Read(string path, long least, long? most)
    {
        if (path.Length == 0)
            throw new UsageProblem(Text.Of("EmptyPath"));
        if (Directory.Exists(path))
            throw new UsageProblem(Text.Of("DivideFolder", path), Text.Of("DivideFileHint"));
        var lines = FederationFiles.Text(path).Content.TrimStart('\uFEFF').Split('\n').Select((text, i) => (Text: text.TrimEnd('\r'), Number: i + 1))
            .Where(line => line.Text.Trim().Length > 0).ToList();
        if (lines.Count < 2)
            throw new UsageProblem(Text.Of("DivideEmpty", path), Text.Of("DivideFileHint"));
        var separator = Array.Find([',', ';', '\t'], c => lines[0].Text.Contains(c, StringComparison.Ordinal));
        var heads = Cells(lines[0].Text, separator).ConvertAll(head => head.Trim());
        if (heads.Count < 2)
            throw new UsageProblem(Text.Of("DivideHeads", path), Text.Of("DivideFileHint"));
        var (leastAt, mostAt) = (At(heads, "least"), At(heads, "most"));
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var (text, number) in lines.Skip(1))
        {
            var cells = Cells(text, separator).ConvertAll(cell => cell.Trim());
            if (cells.Count < 2 || cells[0].Length == 0)
                throw Wrong(path, number, Text.Of("DivideNoFigure"));
            if (!names.TryAdd(cells[0], number))
                throw Wrong(path, number, Text.Of("DivideTwice", cells[0], names[cells[0]]));
            if (!Ratio.TryParse(cells[1].Replace(" ", "", StringComparison.Ordinal), out var figure) || figure.Sign < 0)
                throw Wrong(path, number, Text.Of("DivideBadFigure", cells[1]));
            claims.Add(new Claim(figure, Whole(cells, leastAt, path, number) ?? least, Whole(cells, mostAt, path, number) ?? most));
        }

        return new ClaimsFile(heads[1], [.. names.OrderBy(name => name.Value).Select(name => name.Key)], claims.ToImmutable());
    }

    private static int At(List<string> heads, string name) => heads.FindIndex(2, head => string.Equals(head, name, StringComparison.OrdinalIgnoreCase));

    private static long? Whole(List<string> cells, int at, string path, int line)
    {
        if (at < 0 || at >= cells.Count || cells[at].Length == 0)
            return null;
        return Ratio.TryParse(cells[at], out var value) && value.TryToInt64(out var whole) && whole >= 0
            ? whole
            : throw Wrong(path, line, Text.Of("DivideBadFigure", cells[at]));
    }

    private static UsageProblem Wrong(string path, int line, string reason) => new(Text.Of("DivideLine", path, line, reason), Text.Of("DivideFileHint"));

    // A cell may stand in quotation marks, which are doubled inside it.
    private static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == separator && separator != '\0' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
