using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>Reads table files row by row and collects every fault before it gives up.</summary>
internal sealed class FormTableReader
{
    private readonly List<FormDraft> forms = [];
    private readonly List<PhraseDraft> phrases = [];
    private readonly List<string> faults = [];
    private string place = "";
    private FormDraft? form;
    private PhraseDraft? phrase;

    public static FormTable Read(IEnumerable<(string Name, string Text)> files)
    {
        var reader = new FormTableReader();
        foreach (var (name, text) in files) reader.File(name, text);
        return reader.Link();
    }

    private void File(string name, string text)
    {
        form = null;
        phrase = null;
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            place = $"{name}:{i + 1}";
            var line = lines[i];
            while (line.EndsWith('\\') && i + 1 < lines.Length) line = string.Concat(line.AsSpan(0, line.Length - 1), lines[++i].TrimStart());
            line = line.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var (head, rest) = Cut(line);
            try
            {
                Row(head, rest);
            }
            catch (FormatException fault)
            {
                faults.Add($"{place}: {fault.Message}");
            }
        }
    }

    private void Row(string head, string rest)
    {
        switch (head)
        {
            case "phrase":
                form = null;
                phrase = new PhraseDraft(rest, place);
                if (rest.Length == 0 || rest.Contains(' ', StringComparison.Ordinal)) throw new FormatException("a phrase has one word as its name");
                phrases.Add(phrase);
                break;
            case "form":
                phrase = null;
                StartForm(rest);
                break;
            case "again":
                phrase = null;
                form = forms.Find(f => string.Equals(f.Form.Id, rest, StringComparison.Ordinal)) ?? throw new FormatException($"`again {rest}`: there is no such form above");
                break;
            case "says":
                Cases().Add(new CaseDraft(rest, place));
                break;
            case "reads":
                Reads(TemplateReader.Read(rest));
                break;
            case "words":
                Words(rest.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
                break;
            case "about" when phrase is not null:
                phrase.About = rest;
                break;
            default:
                FormRow(form ?? throw new FormatException($"`{head}` stands under no form"), head, rest);
                break;
        }
    }

    private void StartForm(string rest)
    {
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var id = (colon < 0 ? rest : rest[..colon]).Trim();
        var keyword = (colon < 0 ? rest : rest[(colon + 1)..]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (id.Length == 0 || id.Contains(' ', StringComparison.Ordinal) || keyword.Length == 0) throw new FormatException("a form is `form ID : KEYWORD`");
        form = new FormDraft(new Form(id, [.. keyword]) { Origin = place });
        forms.Add(form);
    }

    private static void FormRow(FormDraft draft, string head, string rest)
    {
        var form = draft.Form;
        switch (head)
        {
            case "under":
                form.Under = [.. form.Under, .. rest.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)];
                break;
            case "need":
                form.Need = rest switch
                {
                    "must" => FormNeed.Must,
                    "may" => FormNeed.May,
                    "part" => FormNeed.Part,
                    _ => throw new FormatException($"`need {rest}`: must, may or part"),
                };
                break;
            case "many":
                form.Many = YesOrNo(head, rest);
                break;
            case "remark":
                form.Remark = YesOrNo(head, rest);
                break;
            case "carries":
                form.Carries = YesOrNo(head, rest);
                break;
            case "about":
                form.About = form.About.Length == 0 ? rest : form.About + " " + rest;
                break;
            case "title":
                form.Title = TemplateReader.Read(rest);
                break;
            case "silent":
                form.Silent = TemplateReader.Read(rest);
                break;
            case "good":
                form.Good = form.Good.Add(rest);
                break;
            case "act":
                form.Acts = form.Acts.Add(rest);
                break;
            case "bad":
                form.Bad = form.Bad.Add(rest);
                break;
            default:
                throw new FormatException($"a form has no row `{head}`");
        }
    }

    private static bool YesOrNo(string head, string rest) => rest switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new FormatException($"`{head} {rest}`: yes or no"),
    };

    private List<CaseDraft> Cases() => form?.Cases ?? phrase?.Cases ?? throw new FormatException("`says` stands under no form or phrase");

    /// <summary>The row, the way to say it that stands above, or some captures of it, are words alone.</summary>
    private void Words(string[] captures)
    {
        var cases = Cases();
        if (cases.Count > 0) cases[^1].Words = captures;
        else if (form is not null && captures.Length == 0) form.Form.IsWords = true;
        else throw new FormatException("`words` follows a `says`");
    }

    private void Reads(ReadingTemplate template)
    {
        var cases = form?.Cases ?? phrase?.Cases ?? throw new FormatException("`reads` stands under nothing");
        if (cases.Count > 0) cases[^1].Reads = template;
        else if (form is not null) form.Form.Reads = template;
        else throw new FormatException("`reads` follows a `says`");
    }

    private FormTable Link()
    {
        var byName = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        foreach (var draft in phrases)
        {
            draft.Phrase = new Phrase(draft.Name, byName.Count) { About = draft.About, Origin = draft.Place };
            if (!byName.TryAdd(draft.Name, draft.Phrase)) faults.Add($"{draft.Place}: the phrase `{draft.Name}` stands twice");
        }
        foreach (var draft in phrases) draft.Phrase!.Cases = CasesOf(draft.Phrase, draft.Cases, byName);
        foreach (var draft in forms) draft.Form.Cases = CasesOf(draft.Form, draft.Cases, byName);
        foreach (var written in forms.Select(d => d.Form).Where(f => !f.Cases.IsEmpty)) written.IsWords = written.Cases.All(c => c.IsWords);
        ImmutableArray<Form> all = [.. forms.Select(f => f.Form)];
        FormTableRules.Check(all, [.. byName.Values], faults);
        if (faults.Count > 0) throw new FormTableException("the table of forms is wrong:\n" + string.Join('\n', faults));
        return new FormTable(all, [.. phrases.Select(p => p.Phrase!)]);
    }

    private ImmutableArray<PhraseCase> CasesOf(object owner, List<CaseDraft> drafts, Dictionary<string, Phrase> byName)
    {
        var cases = ImmutableArray.CreateBuilder<PhraseCase>();
        foreach (var draft in drafts)
        {
            try
            {
                var (name, text) = Cut(draft.Text);
                if (cases.Any(c => string.Equals(c.Name, name, StringComparison.Ordinal))) throw new FormatException($"`{owner}` has two cases `{name}`");
                var pattern = PatternReader.Read(text);
                Resolve(pattern, byName);
                var made = new PhraseCase(name, pattern, text, draft.Reads) { Owner = owner, IsWords = draft.Words is [], WordSlots = [.. draft.Words ?? []] };
                foreach (var word in made.WordSlots.Where(w => !made.CaptureNames.Contains(w, StringComparer.Ordinal)))
                    throw new FormatException($"`words` names `{word}`, which the case `{name}` does not capture");
                foreach (var used in draft.Reads?.Names ?? [])
                    if (!string.Equals(used, "owner", StringComparison.Ordinal) && !made.CaptureNames.Contains(used, StringComparer.Ordinal))
                        throw new FormatException($"`reads` uses `{used}`, which the case `{name}` does not capture");
                cases.Add(made);
            }
            catch (FormatException fault)
            {
                faults.Add($"{draft.Place}: {fault.Message}");
            }
        }
        return cases.ToImmutable();
    }

    private static void Resolve(Pattern pattern, Dictionary<string, Phrase> byName)
    {
        switch (pattern)
        {
            case CapturePattern capture:
                Resolve(capture.Type, byName);
                break;
            case ListPattern list:
                Resolve(list.Type, byName);
                break;
            case OptionalPattern optional:
                Resolve(optional.Inner, byName);
                break;
            case ChoicePattern choice:
                foreach (var option in choice.Options) Resolve(option, byName);
                break;
            case SequencePattern sequence:
                foreach (var part in sequence.Parts) Resolve(part, byName);
                break;
        }
    }

    private static void Resolve(PatternType type, Dictionary<string, Phrase> byName)
    {
        if (type.Atomic is not null) return;
        type.Phrase = byName.GetValueOrDefault(type.Name) ?? throw new FormatException($"there is no type or phrase `{type.Name}`");
    }

    private static (string Head, string Tail) Cut(string line)
    {
        var space = line.AsSpan().IndexOfAny(' ', '\t');
        return space < 0 ? (line, "") : (line[..space], line[space..].Trim());
    }

    private sealed class FormDraft(Form form)
    {
        public Form Form { get; } = form;

        public List<CaseDraft> Cases { get; } = [];
    }

    private sealed class PhraseDraft(string name, string place)
    {
        public string Name { get; } = name;

        public string Place { get; } = place;

        public string About { get; set; } = "";

        public Phrase? Phrase { get; set; }

        public List<CaseDraft> Cases { get; } = [];
    }

    private sealed class CaseDraft(string text, string place)
    {
        public string Text { get; } = text;

        public string Place { get; } = place;

        public ReadingTemplate? Reads { get; set; }

        /// <summary>The captures that are words alone; empty: all of it; null: none.</summary>
        public string[]? Words { get; set; }
    }
}
