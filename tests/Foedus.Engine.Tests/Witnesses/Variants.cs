namespace Foedus.Engine.Tests.Witnesses;

/// <summary>Lines that are written once for several variants: <c>quorum {none || at least 3 members}</c>.</summary>
internal static class Variants
{
    /// <summary>How many variants lines have; 1 if they have no such place.</summary>
    public static int CountIn(IEnumerable<string> lines) => lines.SelectMany(Places).Select(p => p.Options.Length).DefaultIfEmpty(1).Max();

    /// <summary>A line as it stands in a variant, counted from 0.</summary>
    /// <exception cref="FormatException">A place of the line has fewer options.</exception>
    public static string In(string line, int variant)
    {
        var written = line;
        foreach (var (start, end, options) in Places(line).Reverse())
        {
            if (variant >= options.Length)
                throw new FormatException($"`{line}`: there are more variants elsewhere");
            written = written[..start] + options[variant] + written[end..];
        }

        return written.TrimEnd();
    }

    private static IEnumerable<(int Start, int End, string[] Options)> Places(string line)
    {
        for (var at = line.IndexOf('{', StringComparison.Ordinal); at >= 0;)
        {
            var end = line.IndexOf('}', at);
            if (end < 0)
                throw new FormatException($"`{line}`: a brace is not closed");
            yield return (at, end + 1, [.. line[(at + 1)..end].Split("||").Select(o => o.Trim())]);
            at = line.IndexOf('{', end);
        }
    }
}
