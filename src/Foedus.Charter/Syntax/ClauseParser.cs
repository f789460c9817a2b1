using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>Gives every clause of the frame its form and fits its words to the phrase of the form. The frame bounds the depth, so recursion is safe.</summary>
internal sealed partial class ClauseParser
{
    // What a parser needs while it works is kept for the next file that the same thread reads; nothing that was read is.
    [ThreadStatic]
    private static ClauseParser? resting;

    private readonly DiagnosticBag problems = new();
    private readonly FrameParser framing;
    private readonly PhraseMatcher matcher = new();
    private readonly Dictionary<Form, ClauseSyntax> said = [];
    private FormTable table = FormTable.Default;
    private FrameTree frame = null!;
    private SyntaxTree tree = null!;
    private string top = FormTable.File;

    private ClauseParser() => framing = new FrameParser(problems);

    private SourceText Source => frame.Source;

    public static SyntaxTree Parse(SourceText source, FormTable table, string top)
    {
        var parser = resting ?? new ClauseParser();
        resting = null;
        var read = parser.Read(source, table, top);
        parser.Rest();
        resting = parser;
        return read;
    }

    private SyntaxTree Read(SourceText source, FormTable by, string under)
    {
        table = by;
        top = under;
        frame = framing.Parse(source);
        tree = new SyntaxTree(frame, table);
        matcher.Over(source, frame.WordArray, table);
        var clauses = new ClauseSyntax[frame.Clauses.Count];
        for (var i = 0; i < clauses.Length; i++) clauses[i] = Clause(frame.Clauses[i], null);
        SaidTwice(clauses);
        tree.Clauses = clauses;
        tree.Diagnostics = problems.ToSorted();
        return tree;
    }

    private void Rest()
    {
        frame = null!;
        tree = null!;
        problems.Clear();
        said.Clear();
        framing.Rest();
        matcher.Rest();
    }

    /// <summary>Reads a clause under the line whose innermost clause is <paramref name="above"/>; gives the outermost clause that it holds.</summary>
    private ClauseSyntax Clause(FrameClause clause, ClauseSyntax? above)
    {
        var stop = clause.First + clause.Count;
        var (form, parent, known) = Resolve(clause, clause.First, above, alone: false);
        var outermost = new ClauseSyntax(tree, clause, form, parent, clause.First) { IsBad = !known };
        parent?.Add(outermost, carried: false);
        var innermost = outermost;
        var at = Words(outermost, known, clause.First, stop);
        for (var carrying = 1; at < stop; carrying++)
        {
            (form, _, known) = Resolve(clause, at, innermost, alone: true);
            var carried = new ClauseSyntax(tree, clause, form, innermost, at) { IsBad = !known };
            innermost.Add(carried, carried: true);
            innermost = carried;
            if (carrying == FrameLimits.Carried)
            {
                problems.Add(Diagnostic.At(Place(at, stop), FormDiagnostics.TooManyCarried));
                carried.IsBad = true;
                Extent(carried, at, at, stop);
                break;
            }
            at = Words(carried, known, at, stop);
        }
        foreach (var child in clause.Children) Clause(child, innermost);
        for (ClauseSyntax? level = outermost; level is not null; level = level.Carried) SaidTwice(level.Children);
        return outermost;
    }

    /// <summary>Finds the form of a clause: innermost level of the line above first, then outward; <paramref name="alone"/> if only that level counts.</summary>
    private (Form? Form, ClauseSyntax? Parent, bool Known) Resolve(FrameClause clause, int at, ClauseSyntax? above, bool alone)
    {
        var words = frame.Words[at..(clause.First + clause.Count)];
        if (above is null)
        {
            var first = table.Find(top, Source, words);
            return first is not null ? (first, null, true) : (Unknown(clause, at, null, alone), null, false);
        }
        (Form Form, ClauseSyntax Parent)? found = null;
        for (var level = above; level is not null; level = Outward(level, alone))
        {
            if (level.Form is null) continue;
            var form = table.Find(level.Form.Id, Source, words);
            if (form is null) continue;
            if (found is null)
            {
                found = (form, level);
            }
            else
            {
                var (own, parent) = found.Value;
                if (!own.Remark && !own.Under.Contains(FormTable.Anywhere))
                    problems.Add(Diagnostic.At(Place(at, at + own.KeywordWords.Length), FormDiagnostics.TwoParents, own.Keyword, parent.Text, level.Text)
                        .Also(parent.Location, "read under this")
                        .Also(level.Location, "this may take it too"));
                break;
            }
        }
        return found is { } f ? (f.Form, f.Parent, true) : (Unknown(clause, at, above, alone), above, false);
    }

    /// <summary>The clause that carries one; null if none does, or if none but it counts.</summary>
    private static ClauseSyntax? Outward(ClauseSyntax level, bool alone) => !alone && level.IsCarried ? level.Parent : null;

    /// <summary>Fits the words of one clause; gives the place where a carried clause starts, or the end.</summary>
    private int Words(ClauseSyntax clause, bool known, int at, int stop)
    {
        var form = clause.Form;
        var keyword = known && form is not null ? form.KeywordWords.Length : 1;
        var start = at + keyword;
        Extent(clause, at, start, stop);
        if (!known || form is null) return stop;
        if (clause.Frame.IsSpoilt)
        {
            clause.IsBad = true;
            return stop;
        }
        if (form.Cases.IsEmpty)
        {
            if (form.Carries || start == stop)
            {
                Extent(clause, at, start, start);
                return start;
            }
            problems.Add(Diagnostic.At(Place(start, stop), PhraseDiagnostics.NothingFollows, form.Keyword));
            clause.IsBad = true;
            return stop;
        }
        if (StartsSilence(start, stop) is { } left && (form.MayBeSilent || !Fits(form, start, stop)))
        {
            Silence(clause, left, start, stop);
            return stop;
        }
        return form.Carries ? Carrying(clause, form, at, start, stop) : Phrase(clause, form, start, stop);
    }

    private int Phrase(ClauseSyntax clause, Form form, int start, int stop)
    {
        var way = matcher.Whole(form.Cases, start, stop);
        if (way >= 0)
        {
            clause.Match = matcher.Build(way);
        }
        else
        {
            clause.IsBad = true;
            Explain(form, form.Cases, start, stop, reading: false);
        }
        return stop;
    }

    private int Carrying(ClauseSyntax clause, Form form, int at, int start, int stop)
    {
        var first = matcher.Prefixes(form.Cases, start, stop);
        var way = first;
        while (way >= 0 && !Carries(form, matcher.Derivations[way].End, stop)) way = matcher.Derivations[way].Next;
        if (way < 0) way = first;
        if (way < 0)
        {
            clause.IsBad = true;
            Explain(form, form.Cases, start, stop, reading: false);
            return stop;
        }
        var end = matcher.Derivations[way].End;
        clause.Match = matcher.Build(way);
        Extent(clause, at, start, end);
        return end;
    }

    /// <summary>Whether the words of a clause may end at a place: the line ends there, or goes on with a clause that it may carry.</summary>
    private bool Carries(Form form, int end, int stop) => end == stop || table.Find(form.Id, Source, frame.Words[end..stop]) is not null;

    private bool Fits(Form form, int start, int stop) => matcher.Whole(form.Cases, start, stop) >= 0;

    private void Extent(ClauseSyntax clause, int at, int phrase, int stop)
    {
        var keywordEnd = Math.Max(at + 1, Math.Min(phrase, stop));
        clause.KeywordSpan = Span(at, keywordEnd);
        clause.Span = Span(at, Math.Max(keywordEnd, stop));
        clause.PhraseSpan = phrase < stop ? Span(phrase, stop) : new TextSpan(clause.KeywordSpan.End, 0);
        clause.WordCount = Math.Max(keywordEnd, stop) - at;
    }

    private void SaidTwice(IReadOnlyList<ClauseSyntax> siblings)
    {
        if (siblings.Count < 2) return;
        said.Clear();
        foreach (var clause in siblings)
        {
            if (clause.Form is not { Many: false } form || said.TryAdd(form, clause)) continue;
            problems.Add(Diagnostic.At(new SourceLocation(Source, clause.KeywordSpan), FormDiagnostics.SaidTwice, form.Keyword)
                .Labelled("and again here")
                .Also(new SourceLocation(Source, said[form].KeywordSpan), "said here"));
        }
    }

    private TextSpan Span(int from, int to) => TextSpan.FromBounds(frame.Words[from].Start, frame.Words[to - 1].End);

    private SourceLocation Place(int from, int to) => new(Source, Span(from, to));
}
