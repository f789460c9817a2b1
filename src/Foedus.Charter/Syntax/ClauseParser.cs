using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>Gives every clause of the frame its form and fits its words to the phrase of the form. The frame bounds the depth, so recursion is safe.</summary>
internal sealed partial class ClauseParser
{
    private readonly FrameTree frame;
    private readonly FormTable table;
    private readonly DiagnosticBag problems;
    private readonly SyntaxTree tree;
    private readonly PhraseMatcher matcher;
    private readonly MatchBuilder builder;

    private readonly string top;

    private ClauseParser(FrameTree frame, FormTable table, string top, DiagnosticBag problems)
    {
        this.top = top;
        this.frame = frame;
        this.table = table;
        this.problems = problems;
        tree = new SyntaxTree(frame, table);
        matcher = new PhraseMatcher(frame.Source, frame.WordArray, table);
        builder = new MatchBuilder(frame.Source, frame.WordArray);
    }

    private SourceText Source => frame.Source;

    public static SyntaxTree Parse(SourceText source, FormTable table, string top)
    {
        var problems = new DiagnosticBag();
        var parser = new ClauseParser(FrameTree.Parse(source, problems), table, top, problems);
        var clauses = new List<ClauseSyntax>(parser.frame.Clauses.Count);
        foreach (var clause in parser.frame.Clauses) clauses.Add(parser.Clause(clause, []));
        parser.tree.Clauses = clauses;
        parser.SaidTwice(clauses);
        parser.tree.Diagnostics = problems.ToSorted();
        return parser.tree;
    }

    /// <summary>Reads a clause whose line above holds <paramref name="scope"/>, outermost first; gives the outermost clause that it holds.</summary>
    private ClauseSyntax Clause(FrameClause clause, IReadOnlyList<ClauseSyntax> scope)
    {
        var stop = clause.First + clause.Count;
        var (form, parent, known) = Resolve(clause, clause.First, scope);
        var outermost = new ClauseSyntax(tree, clause, form, parent, clause.First) { IsBad = !known };
        parent?.Add(outermost, carried: false);
        var chain = new List<ClauseSyntax>(1) { outermost };
        var at = Words(outermost, known, clause.First, stop);
        while (at < stop)
        {
            var above = chain[^1];
            (form, _, known) = Resolve(clause, at, [above]);
            var carried = new ClauseSyntax(tree, clause, form, above, at) { IsBad = !known };
            above.Add(carried, carried: true);
            chain.Add(carried);
            if (chain.Count > FrameLimits.Carried)
            {
                problems.Add(Diagnostic.At(Place(at, stop), FormDiagnostics.TooManyCarried));
                carried.IsBad = true;
                Extent(carried, at, at, stop);
                break;
            }
            at = Words(carried, known, at, stop);
        }
        foreach (var child in clause.Children) Clause(child, chain);
        foreach (var level in chain) SaidTwice(level.Children);
        return outermost;
    }

    /// <summary>Finds the form of a clause: innermost level of the line above first, then outward.</summary>
    private (Form? Form, ClauseSyntax? Parent, bool Known) Resolve(FrameClause clause, int at, IReadOnlyList<ClauseSyntax> scope)
    {
        var words = frame.Words[at..(clause.First + clause.Count)];
        if (scope.Count == 0)
        {
            var first = table.Find(top, Source, words);
            return first is not null ? (first, null, true) : (Unknown(clause, at, scope), null, false);
        }
        (Form Form, ClauseSyntax Parent)? found = null;
        for (var i = scope.Count - 1; i >= 0; i--)
        {
            var level = scope[i];
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
        return found is { } f ? (f.Form, f.Parent, true) : (Unknown(clause, at, scope), scope[^1], false);
    }

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
        var way = matcher.Whole(null, form.Cases, start, stop);
        if (way is not null)
        {
            clause.Match = builder.Build(form, way);
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
        var ways = matcher.Prefixes(form.Cases, start, stop);
        var way = ways.Find(w => w.End == stop || table.Find(form.Id, Source, frame.Words[w.End..stop]) is not null) ?? (ways.Count > 0 ? ways[0] : null);
        if (way is null)
        {
            clause.IsBad = true;
            Explain(form, form.Cases, start, stop, reading: false);
            return stop;
        }
        clause.Match = builder.Build(form, way);
        Extent(clause, at, start, way.End);
        return way.End;
    }

    private bool Fits(Form form, int start, int stop) => matcher.Whole(null, form.Cases, start, stop) is not null;

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
        Dictionary<string, ClauseSyntax>? first = null;
        foreach (var clause in siblings)
        {
            if (clause.Form is not { Many: false } form) continue;
            if ((first ??= new Dictionary<string, ClauseSyntax>(StringComparer.Ordinal)).TryAdd(form.Id, clause)) continue;
            problems.Add(Diagnostic.At(new SourceLocation(Source, clause.KeywordSpan), FormDiagnostics.SaidTwice, form.Keyword)
                .Labelled("and again here")
                .Also(new SourceLocation(Source, first[form.Id].KeywordSpan), "said here"));
        }
    }

    private TextSpan Span(int from, int to) => TextSpan.FromBounds(frame.Words[from].Start, frame.Words[to - 1].End);

    private SourceLocation Place(int from, int to) => new(Source, Span(from, to));
}
