using System.Globalization;
using System.Text;

namespace Foedus.Counting;

/// <summary>
/// What stands after the ballots of a BLT file: the candidates' names, the title, and remarks. The format has each in quotes and as many on
/// a line as there is room for; published files also have one on a line without quotes, with the party in quotes of its own, or quoted as
/// a spreadsheet does, or in remarks as PrefLib has them. Where there is a line for every name, or one more for the title, a line is a name.
/// </summary>
/// <param name="candidates">How many names there should be.</param>
internal sealed class BltNames(int candidates)
{
    private const string Alternative = "# ALTERNATIVE NAME ";

    private readonly List<string> lines = [];
    private readonly Dictionary<int, string> numbered = [];

    /// <summary>Whether what follows can only be remarks.</summary>
    public bool IsFull => lines.Count > 2L * (candidates + 1L);

    /// <summary>Adds a line; empty ones and remarks are passed over.</summary>
    /// <param name="line">The line without its end.</param>
    public void Add(string line)
    {
        var text = line.Trim().TrimEnd(',').TrimEnd();
        if (text.Length == 0) return;
        if (text[0] != '#') lines.Add(text);
        else if (text.StartsWith(Alternative, StringComparison.Ordinal)
            && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && int.TryParse(text.AsSpan(Alternative.Length, colon - Alternative.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var candidate))
            numbered.TryAdd(candidate, text[(colon + 1)..].Trim());
    }

    /// <summary>The names, as many as were found, and the title; null where there is none.</summary>
    public (List<string> Names, string? Title) Read()
    {
        if (lines.Count < candidates && Enumerable.Range(1, candidates).All(numbered.ContainsKey))
            return ([.. Enumerable.Range(1, candidates).Select(candidate => numbered[candidate])], lines.Count > 0 ? Single(lines[0]) : null);
        var single = lines.Count == candidates || lines.Count == candidates + 1 || (lines.Count > candidates && Quoted(lines[0]).Count < 2);
        var found = single ? lines.ConvertAll(Single) : [.. lines.SelectMany(Quoted)];
        return ([.. found.Take(candidates)], found.Count > candidates ? found[candidates] : null);
    }

    // "Ann LEE" "Green" and "Ann LEE ""Green""" are Ann LEE (Green).
    private static string Single(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line;
        if (line[0] == '"' && !line.Contains("\"\"", StringComparison.Ordinal) && Quoted(line) is [var whole]) return whole;
        var parts = line.Split('"', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [var name] => name,
            [var name, var party] => $"{name} ({party})",
            _ => line.Trim('"'),
        };
    }

    // A quote closes when a space, a remark or the end follows it; a backslash keeps a quote or a backslash.
    private static List<string> Quoted(string line)
    {
        var found = new List<string>();
        for (var at = 0; at < line.Length && line[at] != '#'; at++)
        {
            if (line[at] != '"') continue;
            var text = new StringBuilder();
            var closed = false;
            for (at++; at < line.Length && !closed; at++)
            {
                if (line[at] == '\\' && at + 1 < line.Length && line[at + 1] is '"' or '\\') text.Append(line[++at]);
                else if (line[at] == '"' && (at + 1 == line.Length || char.IsWhiteSpace(line[at + 1]))) closed = true;
                else text.Append(line[at]);
            }

            found.Add(text.ToString());
        }

        return found;
    }
}
