using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Power;

/// <summary>Players with their weights, as typed or from a table.</summary>
/// <param name="Measures">The names of the weights.</param>
/// <param name="Classes">The players.</param>
internal sealed record GamePlayers(IReadOnlyList<string> Measures, IReadOnlyList<VoterClass> Classes)
{
    private static readonly char[] Separators = [';', '\t', ','];

    public Profile Profile => new([.. Classes]);

    /// <summary>The place of a weight; <see cref="Measure.Heads"/> for the number of players; null if there is no such weight.</summary>
    public Measure? MeasureOf(string name)
    {
        for (var i = 0; i < Measures.Count; i++)
            if (string.Equals(Measures[i], name, StringComparison.OrdinalIgnoreCase)) return new Measure(i + 1);
        return name is "members" or "players" ? Measure.Heads : null;
    }

    /// <summary>Reads weights as typed: <c>4</c>, <c>29x4</c> for four players of 29, <c>Malta=3</c>.</summary>
    public static GamePlayers Typed(IReadOnlyList<string> words)
    {
        var classes = new List<VoterClass>();
        foreach (var word in words)
        {
            var name = word.Split('=')[0];
            var text = word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..];
            var parts = text.Split('x');
            if (parts.Length > 2 || !Ratio.TryParse(parts[0], out var weight) || Count(parts.Length == 2 ? parts[1] : "1") is not { } count)
                throw new UsageProblem(Text.Of("BadWeight", word), Text.Of("BadWeightHint"));
            classes.Add(new VoterClass(name == word ? text.Split('x')[0] : name, count, [1, weight]));
        }

        return new GamePlayers(["weight"], classes);
    }

    /// <summary>Reads a table: a name, and a number for each weight; a column "count" says how many players a row stands for.</summary>
    /// <exception cref="UsageProblem">A row is not so.</exception>
    public static GamePlayers FromFile(string path)
    {
        var lines = FederationFiles.Text(path).Content.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var first = lines.FindIndex(line => line.Trim().Length > 0);
        if (first < 0)
            throw new UsageProblem(Text.Of("GameFileEmpty", path), Text.Of("GameFileHint"));
        var separator = Array.Find(Separators, lines[first].Contains);
        var headings = Cells(lines[first], separator);
        var hasHeadings = headings.Count > 1 && headings.Skip(1).All(cell => !Ratio.TryParse(cell, out _));
        var columns = hasHeadings ? headings.Skip(1).ToList() : [.. headings.Skip(1).Select((_, i) => i == 0 ? "weight" : "weight" + (i + 1))];
        var counted = hasHeadings ? columns.FindIndex(c => c.ToUpperInvariant() is "COUNT" or "PLAYERS") : -1;
        if (columns.Count == 0 || columns.Count - (counted < 0 ? 0 : 1) == 0)
            throw new UsageProblem(Text.Of("GameFileNoWeights", path), Text.Of("GameFileHint"));
        var classes = new List<VoterClass>();
        for (var at = hasHeadings ? first + 1 : first; at < lines.Count; at++)
        {
            if (lines[at].Trim().Length > 0)
                classes.Add(Row(path, at, Cells(lines[at], separator), columns, counted));
        }

        if (classes.Count == 0)
            throw new UsageProblem(Text.Of("GameFileEmpty", path), Text.Of("GameFileHint"));
        return new GamePlayers([.. columns.Where((_, i) => i != counted)], classes);
    }

    private static VoterClass Row(string path, int line, List<string> cells, List<string> columns, int counted)
    {
        if (cells.Count != columns.Count + 1)
            throw new UsageProblem(Text.Of("GameRowCells", path, line + 1, cells.Count, columns.Count + 1), Text.Of("GameFileHint"));
        long count = 1;
        var weights = new List<RatioRange> { 1 };
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = cells[i + 1];
            if (i == counted)
                count = Count(cell) ?? throw new UsageProblem(Text.Of("GameRowCount", path, line + 1, cell), Text.Of("GameFileHint"));
            else
                weights.Add(Ratio.TryParse(cell, out var weight) ? weight : throw new UsageProblem(Text.Of("GameRowNumber", path, line + 1, columns[i], cell), Text.Of("GameFileHint")));
        }

        return new VoterClass(cells[0], count, [.. weights]);
    }

    private static long? Count(string text) => Ratio.TryParse(text, out var count) && count.TryToInt64(out var players) && players >= 0 ? players : null;

    private static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        var (cell, quoted) = (new System.Text.StringBuilder(), false);
        foreach (var character in line)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == separator && !quoted)
                cells.Add(Taken());
            else
                cell.Append(character);
        }

        cells.Add(Taken());
        return cells;

        string Taken()
        {
            var text = cell.ToString().Trim();
            cell.Clear();
            return text;
        }
    }
}
