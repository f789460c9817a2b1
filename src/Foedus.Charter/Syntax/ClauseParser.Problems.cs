using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <content>Messages about keywords and phrases.</content>
internal sealed partial class ClauseParser
{
    private const int Listed = 12;

    /// <summary>Reports a keyword that does not stand here; gives the form that was probably meant, for the clauses under it.</summary>
    private Form? Unknown(FrameClause clause, int at, ClauseSyntax? parent, bool alone)
    {
        var stop = clause.First + clause.Count;
        // What stands under a clause that could not be read is not judged: its line has been reported.
        if (clause.IsSpoilt || (parent is not null && parent.Form is null)) return null;
        var allowed = parent is null ? table.Under(top) : [.. Levels(parent, alone).Where(s => s.Form is not null).SelectMany(s => table.Under(s.Form!.Id)).Distinct()];
        var token = frame.Words[at];
        if (token.Kind is not (TokenKind.Word or TokenKind.Name))
        {
            var noKeyword = Diagnostic.At(Place(at, at + 1), FormDiagnostics.NoKeyword, Describe(at));
            problems.Add(LabelWithDot(at) is { } label ? noKeyword.Helped(label) : Allowed(noKeyword, allowed));
            return null;
        }
        var written = frame.Words[at..stop];
        var elsewhere = table.FindAnywhere(Source, written);
        if (!elsewhere.IsEmpty)
        {
            var form = elsewhere[0];
            var place = Place(at, at + form.KeywordWords.Length);
            if (allowed.IsEmpty && parent is not null)
            {
                problems.Add(Diagnostic.At(place, FormDiagnostics.NoChildren, parent.Form!.Keyword).Helped(StandsUnder(elsewhere)));
                return null;
            }
            var here = parent?.Form is null ? "at the top of a file" : $"under `{parent.Form.Keyword}`";
            problems.Add(Allowed(Diagnostic.At(place, FormDiagnostics.KeywordElsewhere, form.Keyword, here).Helped(StandsUnder(elsewhere)), allowed));
            return form;
        }
        var meant = Meant(at, stop, allowed);
        var diagnostic = Diagnostic.At(Place(at, at + 1), FormDiagnostics.UnknownKeyword, Source.Slice(token.Span));
        if (token.Kind == TokenKind.Name && meant is null)
            diagnostic = Diagnostic.At(Place(at, at + 1), FormDiagnostics.NoKeyword, Describe(at));
        if (meant is not null) diagnostic = diagnostic.Labelled($"did you mean `{meant.Keyword}`?");
        problems.Add(Allowed(diagnostic, allowed));
        return meant;
    }

    private static IEnumerable<ClauseSyntax> Levels(ClauseSyntax innermost, bool alone)
    {
        for (ClauseSyntax? level = innermost; level is not null; level = Outward(level, alone)) yield return level;
    }

    private Form? Meant(int at, int stop, ImmutableArray<Form> allowed)
    {
        var longest = allowed.IsEmpty ? 0 : allowed.Max(f => f.KeywordWords.Length);
        for (var n = Math.Min(longest, stop - at); n > 0; n--)
        {
            var written = string.Join(' ', Enumerable.Range(at, n).Select(i => Source.Slice(frame.Words[i].Span).ToLowerInvariant()));
            var near = Spelling.Nearest(written, allowed.Where(f => f.KeywordWords.Length == n).Select(f => f.Keyword));
            if (near is not null) return allowed.First(f => string.Equals(f.Keyword, near, StringComparison.Ordinal));
        }
        return null;
    }

    private static Diagnostic Allowed(Diagnostic diagnostic, ImmutableArray<Form> allowed)
    {
        if (allowed.IsEmpty) return diagnostic;
        var names = allowed.Select(f => f.Keyword).Distinct(StringComparer.Ordinal).ToList();
        var shown = string.Join(", ", names.Take(Listed));
        return diagnostic.Helped($"here may stand: {shown}{(names.Count > Listed ? $", and {names.Count - Listed} more" : "")}");
    }

    private string StandsUnder(ImmutableArray<Form> forms)
    {
        var parents = forms.SelectMany(f => f.Under).Distinct(StringComparer.Ordinal)
            .Select(id => table.Form(id) is { } form ? $"`{form.Keyword}`" : "the top of the file").Distinct(StringComparer.Ordinal).ToList();
        return $"`{forms[0].Keyword}` stands under {string.Join(", ", parents.Take(Listed))}";
    }

    /// <summary>Says why words do not fit: tries again with a record of what was expected at the furthest word.</summary>
    private void Explain(Form form, ImmutableArray<PhraseCase> cases, int start, int stop, bool reading)
    {
        matcher.Record(start);
        if (form.Carries && !reading) matcher.Prefixes(cases, start, stop);
        else matcher.Whole(cases, start, stop);
        matcher.StopRecording();
        var gaveUp = matcher.GaveUp;
        var at = matcher.Furthest;
        if (gaveUp)
        {
            problems.Add(Diagnostic.At(Place(start, stop), PhraseDiagnostics.TooComplex, form.Keyword));
            return;
        }
        if (Majority(form, start, stop, at)) return;
        var expected = ExpectationText.Describe(matcher.Expected, matcher.MayEnd);
        if (at >= stop)
        {
            var after = new SourceLocation(Source, new TextSpan(frame.Words[stop - 1].End, 0));
            var unfinished = Diagnostic.At(after, PhraseDiagnostics.Unfinished, form.Keyword).Labelled("here may follow " + expected);
            if (IsWord(stop - 1, "or") || IsWord(stop - 1, "and")) unfinished = unfinished.Helped("a line goes on only after a comma or `|`; write what follows on the same line");
            problems.Add(unfinished);
            return;
        }
        var kind = reading ? PhraseDiagnostics.BadReading : PhraseDiagnostics.NotUnderstood;
        var diagnostic = Diagnostic.At(Place(at, at + 1), kind, form.Keyword, Describe(at));
        if (expected.Length > 0) diagnostic = diagnostic.Labelled("expected " + expected);
        if (frame.Words[at].Kind is TokenKind.Word or TokenKind.Name)
        {
            var near = Spelling.Nearest(Source.Slice(frame.Words[at].Span).ToLowerInvariant(), matcher.Expected.Where(e => e.Literal is not null).Select(e => e.Literal!));
            if (near is not null) diagnostic = diagnostic.Helped($"did you mean `{near}`?");
        }
        if (!reading && form.MayBeSilent && IsWord(at, "unspecified")) diagnostic = diagnostic.Helped(SilenceInFront(form, start, at, stop));
        if (HyphenedName(start, at, stop) is { } name) diagnostic = diagnostic.Helped($"a name that contains `{Source.Slice(frame.Words[at].Span)}` is joined by hyphens: `{name}`");
        problems.Add(diagnostic);
    }

    // `by unspecified (A | B)`: a silence stands for the whole phrase, so what stands before it goes into each reading.
    private string SilenceInFront(Form form, int start, int at, int stop)
    {
        var before = at > start ? Source.Slice(TextSpan.FromBounds(frame.Words[start].Start, frame.Words[at].Start)) : "";
        if (at + 1 >= stop) return $"{form.Keyword} unspecified";
        var rest = Source.Slice(TextSpan.FromBounds(frame.Words[at + 1].Start, frame.Words[stop - 1].End)).Trim().TrimStart('(').TrimEnd(')');
        return $"{form.Keyword} unspecified ({string.Join(" | ", rest.Split('|').Select(r => before + r.Trim()))})";
    }

    // `Bears of the North` as one name.
    private string? HyphenedName(int start, int at, int stop)
    {
        if ((!IsWord(at, "of") && !IsWord(at, "and")) || at <= start || frame.Words[at - 1].Kind != TokenKind.Name) return null;
        var first = at - 1;
        while (first > start && frame.Words[first - 1].Kind == TokenKind.Name) first--;
        var last = at + 1;
        while (last < stop && IsWord(last, "the")) last++;
        if (last >= stop || frame.Words[last].Kind != TokenKind.Name) return null;
        while (last + 1 < stop && frame.Words[last + 1].Kind == TokenKind.Name) last++;
        return string.Join('-', Enumerable.Range(first, last - first + 1).Select(i => Source.Slice(frame.Words[i].Span).Replace(' ', '-')));
    }

    // `art 4(2.5)`: parentheses of a label hold one number or letter each.
    private string? LabelWithDot(int at)
    {
        if (at == 0 || !string.Equals(Source.Slice(frame.Words[at].Span), "(", StringComparison.Ordinal) || frame.Words[at - 1].End != frame.Words[at].Start) return null;
        var line = Source.Slice(TextSpan.FromBounds(frame.Words[at - 1].Start, Source.Content.Length));
        var end = line.IndexOf(')', StringComparison.Ordinal);
        var open = line.IndexOf('(', StringComparison.Ordinal);
        return end < 0 || line.AsSpan(0, end).Contains('\n') ? null
            : $"no dot stands within the parentheses of a label: `{line[..open]}{line[open..(end + 1)].Replace(".", ")(", StringComparison.Ordinal)}`";
    }

    /// <summary>"Simple majority" and its kin: refused with what each may mean.</summary>
    private bool Majority(Form form, int start, int stop, int furthest)
    {
        var at = start;
        while (at < stop && !IsWord(at, "majority")) at++;
        if (at == stop || furthest > at) return false;
        var from = at;
        var share = "more than half";
        if (at > start)
        {
            var before = Source.Slice(frame.Words[at - 1].Span);
            switch (before)
            {
                case "simple" or "absolute" or "a" or "the" or "relative":
                    from = at - 1;
                    break;
                case "two-thirds" or "2/3":
                    (from, share) = (at - 1, "at least 2/3");
                    break;
                case "three-quarters" or "3/4" or "three-fourths":
                    (from, share) = (at - 1, "at least 3/4");
                    break;
                case "three-fifths" or "3/5":
                    (from, share) = (at - 1, "at least 3/5");
                    break;
                case "thirds" when at - 2 >= start && IsWord(at - 2, "two"):
                    (from, share) = (at - 2, "at least 2/3");
                    break;
            }
        }
        var diagnostic = Diagnostic.At(Place(from, at + 1), PhraseDiagnostics.MajorityOfWhat, Place(from, at + 1).Text)
            .Labelled("of what?")
            .Helped($"{form.Keyword} {share} of votes cast")
            .Helped($"{form.Keyword} {share} of members present")
            .Helped($"{form.Keyword} {share} of members")
            .Helped($"{form.Keyword} {share} of seats");
        if (form.MayBeSilent)
            diagnostic = diagnostic.Helped($"{form.Keyword} unspecified ({share} of votes cast | {share} of members)");
        problems.Add(diagnostic);
        return true;
    }

    private string Describe(int at)
    {
        var token = frame.Words[at];
        var text = Source.Slice(token.Span);
        if (text.Length > 40) text = string.Concat(text.AsSpan(0, 39), "…");
        return token.Kind switch
        {
            TokenKind.String => "quoted text",
            TokenKind.Name => $"the name `{text}`",
            TokenKind.Number or TokenKind.Fraction or TokenKind.Percent => $"the number `{text}`",
            TokenKind.Date => $"the date `{text}`",
            TokenKind.Label => $"the label `{text}`",
            _ => $"`{text}`",
        };
    }
}
