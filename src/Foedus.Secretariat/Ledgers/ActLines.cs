using System.Globalization;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Ledgers;

/// <summary>Acts as they are typed on the command line: <c>2024-05-04 Assembly elects Ada-Lloyd as Chair</c>, each an argument, or all words one act.</summary>
internal static class ActLines
{
    /// <summary>The acts that the arguments are: each begins with a day.</summary>
    public static string[] Of(IReadOnlyList<string> words) =>
        words.Count > 1 && words.Skip(1).Any(w => !PartialDate.TryRead(w.Split(' ')[0], out _)) ? [string.Join(' ', words)] : [.. words];

    /// <summary>The acts as a journal that goes on from a history, and how many they are.</summary>
    /// <param name="history">What was done so far.</param>
    /// <param name="words">The arguments.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="isRehearsal">Whether nobody does them.</param>
    /// <exception cref="Obstacle">One of them is no act.</exception>
    public static (JournalText Journal, int Count) Journal(History history, IReadOnlyList<string> words, int first, bool isRehearsal = false)
    {
        var lines = Of(words);
        var text = "foedus 1\njournal \"if\" of \"" + history.Input.Federation.Title + "\"\n"
            + string.Concat(lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"act {first + i} {line.ReplaceLineEndings(" ")}\n")));
        var tree = SyntaxTree.Parse(SourceText.From(Sentence.Of("HypotheticalFile"), text));
        if (tree.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } problem)
        {
            throw new Obstacle(
                Sentence.Of("NotAnActBecause", lines[Math.Clamp(problem.Location.Position.Line - 3, 0, lines.Length - 1)], problem.Message),
                problem.Help is [var help, ..] ? help : Sentence.Of("NotAnActHint").ToString());
        }

        return (new JournalText("if", isRehearsal, null, tree.Source.Path, [.. tree.ClausesOf("act")]), lines.Length);
    }
}
