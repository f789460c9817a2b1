using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>What must hold of a table as a whole: parents exist, keywords are unambiguous, phrases do not start with themselves.</summary>
internal static class FormTableRules
{
    public static void Check(ImmutableArray<Form> forms, ImmutableArray<Phrase> phrases, List<string> faults)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in forms)
            if (!ids.Add(form.Id) || form.Id is FormTable.File or FormTable.Anywhere)
                faults.Add($"{form.Origin}: the form id `{form.Id}` is taken");
        foreach (var form in forms)
        {
            if (form.Under.IsEmpty) faults.Add($"{form.Origin}: `{form.Id}` stands under nothing");
            foreach (var parent in form.Under)
                if (!ids.Contains(parent) && parent is not (FormTable.File or FormTable.Anywhere))
                    faults.Add($"{form.Origin}: `{form.Id}` stands under `{parent}`, which is no form");
            if (form.Cases.IsEmpty && form.MayBeSilent) faults.Add($"{form.Origin}: `{form.Id}` may be left open and has no `says`");
        }
        foreach (var parent in ids.Append(FormTable.File))
            foreach (var twice in forms.Where(f => f.Under.Contains(parent) || f.Under.Contains(FormTable.Anywhere)).GroupBy(f => f.Keyword, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
                faults.Add($"{twice.Last().Origin}: the keyword `{twice.Key}` stands twice under `{parent}`: {string.Join(", ", twice.Select(f => f.Id))}");
        CheckLeftRecursion(phrases, faults);
    }

    private static void CheckLeftRecursion(ImmutableArray<Phrase> phrases, List<string> faults)
    {
        var empty = new HashSet<Phrase>();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var phrase in phrases)
                if (!empty.Contains(phrase) && phrase.Cases.Any(c => MayBeEmpty(c.Pattern, empty)))
                    grown = empty.Add(phrase);
        }
        foreach (var phrase in phrases)
        {
            if (phrase.Cases.IsEmpty) faults.Add($"the phrase `{phrase.Name}` has no `says`");
            if (empty.Contains(phrase)) faults.Add($"the phrase `{phrase.Name}` may be empty; make its use optional instead");
            var reached = new HashSet<Phrase>();
            var open = new Stack<Phrase>(Starts(phrase, empty));
            while (open.TryPop(out var next))
            {
                if (!reached.Add(next)) continue;
                foreach (var start in Starts(next, empty)) open.Push(start);
            }
            if (reached.Contains(phrase)) faults.Add($"the phrase `{phrase.Name}` may start with itself");
        }
    }

    private static IEnumerable<Phrase> Starts(Phrase phrase, HashSet<Phrase> empty) => phrase.Cases.SelectMany(c => Starts(c.Pattern, empty));

    private static IEnumerable<Phrase> Starts(Pattern pattern, HashSet<Phrase> empty)
    {
        switch (pattern)
        {
            case CapturePattern { Type.Phrase: { } phrase }:
                return [phrase];
            case ListPattern { Type.Phrase: { } phrase }:
                return [phrase];
            case OptionalPattern optional:
                return Starts(optional.Inner, empty);
            case ChoicePattern choice:
                return choice.Options.SelectMany(o => Starts(o, empty));
            case SequencePattern sequence:
                var starts = new List<Phrase>();
                foreach (var part in sequence.Parts)
                {
                    starts.AddRange(Starts(part, empty));
                    if (!MayBeEmpty(part, empty)) break;
                }
                return starts;
            default:
                return [];
        }
    }

    private static bool MayBeEmpty(Pattern pattern, HashSet<Phrase> empty) => pattern switch
    {
        OptionalPattern => true,
        ChoicePattern choice => choice.Options.Any(o => MayBeEmpty(o, empty)),
        SequencePattern sequence => sequence.Parts.All(p => MayBeEmpty(p, empty)),
        CapturePattern capture => capture.Type.Phrase is { } phrase && empty.Contains(phrase),
        _ => false,
    };
}
