using Foedus.Cli.Pages;

namespace Foedus.Cli.Hosting;

/// <summary>The manual pages: one for each verb, kept beside it and carried in the program.</summary>
internal static class Manual
{
    /// <summary>The page of a verb, as it is written; empty if it has none.</summary>
    public static string Of(string verb)
    {
        using var stream = typeof(Manual).Assembly.GetManifestResourceStream("Manual." + verb);
        if (stream is null)
            return "";
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Prints a page: headings without their marks, examples set in.</summary>
    public static void Print(string verb, Page page)
    {
        var example = false;
        foreach (var line in Of(verb).TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                example = !example;
            else if (example)
                page.Line(line.Length == 0 ? "" : "  " + line, line.StartsWith("$ ", StringComparison.Ordinal) ? Tone.Strong : Tone.Plain);
            else if (line.StartsWith('#'))
                page.Line(line.TrimStart('#', ' ').Replace("`", "", StringComparison.Ordinal), Tone.Strong);
            else
                page.Line(line.Replace("`", "", StringComparison.Ordinal));
        }
    }
}
