using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Cases;

/// <summary>A case read and ready to run: its acts, the edition and the assumptions that it uses, and where in the journal it goes on from.</summary>
internal sealed class CaseScript
{
    private CaseScript(CaseText text, ActReader reader, ImmutableArray<Act> acts)
    {
        Text = text;
        Reader = reader;
        Acts = acts.Where(a => a.Clause is not null).ToDictionary(a => a.Clause!);
    }

    public CaseText Text { get; }

    /// <summary>Knows the names that the case uses.</summary>
    public ActReader Reader { get; }

    /// <summary>The act of each <c>start</c> and <c>given</c> line.</summary>
    public IReadOnlyDictionary<ClauseSyntax, Act> Acts { get; }

    public AssumptionSet Assumptions { get; private init; } = AssumptionSet.None;

    /// <summary>The edition under which it is judged whatever its dates; null: that of each day.</summary>
    public Rulebook? Book { get; private init; }

    /// <summary>The place, in the journal, of the act after which it goes on; -1: the case stands alone.</summary>
    public int After { get; private init; }

    /// <summary>The day about which it asks before anything is given.</summary>
    public Day FirstDay { get; private init; }

    public ImmutableArray<Diagnostic> Problems { get; private init; }

    private CaseScript(CaseScript of, Rulebooks books)
    {
        (Text, Acts, Assumptions, After, FirstDay, Problems) = (of.Text, of.Acts, of.Assumptions, of.After, of.FirstDay, of.Problems);
        Reader = of.Reader.Branch(books);
        Book = of.Book is { } book ? books[book.Index] : null;
    }

    /// <summary>The case with the rules of the state in which it is run, so that the names it asks for are gone with them.</summary>
    public CaseScript In(Rulebooks books) => new(this, books);

    /// <summary>Reads a case.</summary>
    /// <param name="text">The case.</param>
    /// <param name="books">The rules.</param>
    /// <param name="journal">The acts of the journal.</param>
    /// <param name="alone">Reads the acts of a case that stands alone.</param>
    /// <param name="following">Reads those of one that goes on from the journal.</param>
    /// <param name="today">The day about which a case without any day asks.</param>
    public static CaseScript Read(
        CaseText text, Rulebooks books, IReadOnlyList<JournalEntry> journal, ActReader alone, ActReader following, Day today)
    {
        var problems = new DiagnosticBag();
        var after = PlaceInJournal(text.Clause, journal, problems);
        var book = Edition(text.Clause, books, problems);
        var reader = (after < 0 ? alone : following).Branch();
        ImmutableArray<ClauseSyntax> clauses = [.. text.Clause.Children.Where(c => c.Is("start") || c.Is("given"))];
        var first = after < 0 ? FirstOf(text.Clause) ?? today : journal[after].Act.Done;
        var acts = reader.ReadGivens(clauses, after < 0 ? 1 : Next(journal[after].Act.Number), first, book?.Edition.Number ?? 0);
        problems.AddRange(reader.Problems);
        problems.AddRange(Unreadable(text.Clause));
        if (text.Clause.Child("expect") is null)
            problems.Add(Diagnostic.At(text.Clause.Location, JournalDiagnostics.EmptyCase));
        return new CaseScript(text, reader, acts)
        {
            Assumptions = AssumptionsOf(text.Clause, books.Federation, problems),
            Book = book,
            After = after,
            FirstDay = first,
            Problems = problems.ToSorted(),
        };
    }

    /// <summary>The lines of the case that could not be read: what they tell did not happen, and what they ask was not asked.</summary>
    private static IEnumerable<Diagnostic> Unreadable(ClauseSyntax clause)
    {
        var tree = clause.Tree;
        var start = clause.Location.Span.Start;
        var end = tree.Clauses.Select(c => c.Location.Span.Start).Where(s => s > start).DefaultIfEmpty(int.MaxValue).Min();
        return tree.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.Span.Start >= start && d.Location.Span.Start < end);
    }

    private static int Next(int number) => number < int.MaxValue ? number + 1 : number;

    private static int PlaceInJournal(ClauseSyntax clause, IReadOnlyList<JournalEntry> journal, DiagnosticBag problems)
    {
        if (clause.Child("after-act")?.Match is not { } match)
            return -1;
        for (var i = 0; i < journal.Count; i++)
        {
            if (journal[i].Act.Number == match.Integer("number"))
                return i;
        }

        problems.Add(Diagnostic.At(match.Location, JournalDiagnostics.NoActToFollow, match.Get("number").Text));
        return -1;
    }

    private static Rulebook? Edition(ClauseSyntax clause, Rulebooks books, DiagnosticBag problems)
    {
        if (clause.Child("case-edition")?.Match is not { } match)
            return null;
        var number = match.Integer("number");
        if (number <= int.MaxValue && books.Edition((int)number) is { } book)
            return book;
        problems.Add(Diagnostic.At(match.Location, JournalDiagnostics.UnknownEdition, match.Get("number").Text));
        return null;
    }

    private static AssumptionSet AssumptionsOf(ClauseSyntax clause, Federation federation, DiagnosticBag problems)
    {
        var used = new List<Assumption>();
        foreach (var line in clause.ChildrenOf("assuming"))
        {
            foreach (var name in line.Match?.List("names") ?? [])
            {
                var named = federation.Assumptions.Where(a => string.Equals(a.Name, name.Text, StringComparison.Ordinal)).ToList();
                used.AddRange(named);
                if (named.Count > 0)
                    continue;
                var problem = Diagnostic.At(name.Location, JournalDiagnostics.UnknownAssumption, name.Text);
                var near = Spelling.Nearest(name.Text, federation.Assumptions.Select(a => a.Name).Distinct(StringComparer.Ordinal));
                problems.Add(near is null ? problem : problem.Helped("did you mean `" + near + "`?"));
            }
        }

        return used.Count == 0 ? AssumptionSet.None : new AssumptionSet(used);
    }

    /// <summary>The earliest day that the case names for an act or a question, so that what starts has started by then.</summary>
    private static Day? FirstOf(ClauseSyntax clause)
    {
        Day? first = null;
        foreach (var line in clause.Children.Where(c => c.Is("given") || c.Is("on")))
        {
            if (line.Match?.Find("day") is { } day && day.Date is { Year: > 0 } date)
                first = first is { } f ? Day.Earlier(f, Day.From(date.Earliest)) : Day.From(date.Earliest);
        }

        return first;
    }
}
