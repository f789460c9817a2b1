using System.Text.RegularExpressions;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;

namespace Foedus.Secretariat.Opening;

/// <summary>
/// Makes an edit of the help of a message. What the help proposes is tried where it may be meant: in place of what is underlined, of the words of
/// its clause, or as a line under it or beside it. What is given has been tried: with it the message is gone, and no error has come.
/// </summary>
public static partial class HelpEdits
{
    private const int MostTried = 24;

    /// <summary>The edit that puts a problem right; null if its help is no edit, or none of those tried does.</summary>
    /// <param name="texts">Every text of the federation. Cost: each is read again for every way to write the help down.</param>
    /// <param name="problem">A problem of these texts.</param>
    public static ProblemEdit? Of(IReadOnlyList<SourceText> texts, Problem problem)
    {
        if (problem.Source is not { } message || !texts.Any(t => ReferenceEquals(t, message.Location.Source) || t.Path == message.Location.Source.Path))
            return null;
        var errors = Errors(FederationReader.Read(texts).Diagnostics);
        foreach (var edit in message.Help.Prepend(message.Primary.Label ?? "").SelectMany(Proposed).Distinct(StringComparer.Ordinal).SelectMany(words => Ways(message.Location, words)).Distinct().Take(MostTried))
        {
            if (Mends(texts, message, edit, errors))
                return edit;
        }

        return null;
    }

    private static bool Mends(IReadOnlyList<SourceText> texts, Diagnostic message, ProblemEdit edit, int errors)
    {
        var before = texts.First(t => t.Path == edit.File).Content;
        var after = FederationReader.Read(texts.Select(t => t.Path == edit.File ? SourceText.From(t.Path, edit.Apply(before)) : t)).Diagnostics;
        var most = message.Severity == DiagnosticSeverity.Error ? errors - 1 : errors;
        return Errors(after) <= most && Same(after, message) < Same(FederationReader.Read(texts).Diagnostics, message);
    }

    private static int Errors(IEnumerable<Diagnostic> found) => found.Count(d => d.Severity == DiagnosticSeverity.Error);

    private static int Same(IEnumerable<Diagnostic> found, Diagnostic message) => found.Count(d => d.Descriptor.Number == message.Descriptor.Number);

    /// <summary>What a line of help, or what stands under the place, would have written: what it quotes, or all of it.</summary>
    private static IEnumerable<string> Proposed(string help)
    {
        foreach (Match quoted in Quoted().Matches(help))
            yield return quoted.Groups["words"].Value;
        if (help.StartsWith("did you mean ", StringComparison.Ordinal) && help.EndsWith('?'))
            yield return help["did you mean ".Length..^1];
        if (help.Length > 0)
            yield return help;
    }

    private static IEnumerable<ProblemEdit> Ways(SourceLocation at, string words)
    {
        var (text, path) = (at.Source.Content, at.Source.Path);
        yield return new ProblemEdit(path, at.Span.Start, at.Span.End, words);
        var line = at.Span.Start == 0 ? 0 : text.LastIndexOf('\n', at.Span.Start - 1) + 1;
        var end = text.IndexOf('\n', at.Span.Start) is var found and >= 0 ? found : text.Length;
        var indent = text[line..end].TakeWhile(c => c == ' ').Count();
        yield return new ProblemEdit(path, line + indent, end, words);
        foreach (var deep in (int[])[indent + 2, indent])
            yield return new ProblemEdit(path, end, end, "\n" + new string(' ', deep) + words);
        yield return new ProblemEdit(path, line, line, new string(' ', indent) + words + "\n");
    }

    [GeneratedRegex("`(?<words>[^`]+)`|\"(?<words>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
