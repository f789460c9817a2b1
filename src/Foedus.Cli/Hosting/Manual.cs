using System.Text.RegularExpressions;
using Foedus.Charter.Diagnostics;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;

namespace Foedus.Cli.Hosting;

/// <summary>The manual pages: one for each verb, kept beside it and carried in the program.</summary>
internal static partial class Manual
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

    /// <summary>Prints what a message means and what to do about it.</summary>
    /// <exception cref="UsageProblem">No message has the number.</exception>
    public static void Message(string number, Page page)
    {
        var all = DiagnosticCatalogue.Language.Concat(DiagnosticCatalogue.In(typeof(JournalDiagnostics).Assembly)).ToList();
        var kind = all.Find(d => string.Equals(d.Number, number, StringComparison.Ordinal))
            ?? throw new UsageProblem(Text.Of("NoSuchMessage", number), Text.Of("NoSuchMessageHint", all.Min(d => d.Number), all.Max(d => d.Number)));
        page.Put(kind.Number, Tone.Strong).Put(": ").Line(Argument().Replace(kind.EnglishTitle, "…"), Tone.Strong);
        page.Line(Text.Of("Severity." + kind.Severity)).Line().Line(kind.EnglishExplanation);
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

    [GeneratedRegex("\\{[0-9]+\\}", RegexOptions.None, 1000)]
    private static partial Regex Argument();
}
