using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Binding;

/// <summary>Reads what somebody proposes to fill a silence with, and adds it to the readings where that is lawful.</summary>
internal static class ReadingBinder
{
    /// <summary>The reading would be a new one, and whoever asks may bring none.</summary>
    public const int New = -2;

    /// <summary>
    /// The index of a reading among those of the silence. One that is listed is found by its words. Another is added if fewer than two are
    /// listed; otherwise it is refused, for the charter says that one of its own readings holds.
    /// </summary>
    /// <param name="entry">The silence.</param>
    /// <param name="text">The reading as written.</param>
    /// <param name="at">Where it stands, for messages.</param>
    /// <param name="problems">Takes the messages.</param>
    /// <param name="mayReplace">Whether whoever fills it may depart from the listed readings: a body to which the charter leaves the place.</param>
    /// <param name="mayBring">Whether a lawful reading that is not there yet is added; otherwise the answer is <see cref="New"/>.</param>
    public static int? Bind(SilenceEntry entry, string text, SourceLocation at, DiagnosticBag problems, bool mayReplace = false, bool mayBring = true)
    {
        var words = Normal(text);
        var silence = entry.Silence;
        for (var i = 0; i < silence.Readings.Length; i++)
            if (string.Equals(Normal(silence.Readings[i]), words, StringComparison.Ordinal))
                return i;
        if (Match(entry.Form, text, entry.Clause.Tree.Table) is not { } match)
        {
            problems.Add(Listed(Diagnostic.At(at, AssumptionDiagnostics.NotLawfulThere, words, entry.Form.Keyword), silence));
            return null;
        }
        if (silence.Exhaustive && !mayReplace)
        {
            problems.Add(Listed(Diagnostic.At(at, AssumptionDiagnostics.NotListed, words, silence.Address), silence));
            return null;
        }
        var read = new DiagnosticBag();
        var fillers = entry.Slots.Select(s => s.Read(match, read)).ToList();
        if (fillers.Count == 0 || fillers.Contains(null))
        {
            foreach (var problem in read.ToSorted()) problems.Add(problem with { Primary = new DiagnosticSpan(at, null), Secondary = [] });
            return null;
        }
        if (!mayBring) return New;
        for (var i = 0; i < fillers.Count; i++) entry.Slots[i].Append(fillers[i]!);
        silence.Readings = silence.Readings.Add(words);
        return silence.Readings.Length - 1;
    }

    /// <summary>Words with single spaces, for comparison.</summary>
    public static string Normal(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Words read as the phrase of a form; null if they do not fit it.</summary>
    public static Match? Match(Form form, string text, FormTable table)
    {
        if (form.Cases.IsEmpty) return null;
        var source = SourceText.From("", text);
        var frame = FrameTree.Parse(source, new DiagnosticBag());
        var words = frame.WordArray;
        if (words.Length == 0 || words.Any(w => w.Kind == TokenKind.Bad)) return null;
        var matcher = new PhraseMatcher().Over(source, words, table);
        var way = matcher.Whole(form.Cases, 0, words.Length);
        return way < 0 ? null : matcher.Build(way);
    }

    private static Diagnostic Listed(Diagnostic problem, Silence silence) =>
        silence.Readings.IsEmpty ? problem : problem.Helped("readings: " + string.Join(" | ", silence.Readings));
}
