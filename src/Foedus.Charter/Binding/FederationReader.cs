using System.Collections.Immutable;
using Foedus.Charter.Checks;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Binding;

/// <summary>
/// Reads a federation from the texts of its files: the editions of its charter, adopted manuals, tables of units and figures, assumptions,
/// journals and cases. The same texts always give the same federation. Reading never fails: what is wrong is in
/// <see cref="Federation.Diagnostics"/>, and costs only what rests on it.
/// </summary>
public sealed class FederationReader
{
    private readonly DiagnosticBag problems = new();
    private readonly ProvisionBook provisions = new();
    private readonly SilenceBook silences = new();
    private readonly List<SyntaxTree> charters = [];
    private readonly List<SyntaxTree> manuals = [];
    private readonly List<SyntaxTree> others = [];
    private readonly List<SourceText> tables = [];
    private string title = "";

    private FederationReader()
    {
    }

    /// <summary>Reads texts. What each is follows from its first clauses; a path that ends in <c>.csv</c> is a table.</summary>
    /// <param name="files">The texts, in any order.</param>
    /// <param name="forms">The table of forms to read them by; the shipped one if null.</param>
    public static Federation Read(IEnumerable<SourceText> files, FormTable? forms = null) => new FederationReader().ReadAll(files, forms);

    private Federation ReadAll(IEnumerable<SourceText> files, FormTable? forms)
    {
        var ordered = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        foreach (var file in ordered) Sort(file, forms);
        Titles(ordered);
        var texts = new Consolidator(problems).Consolidate(charters);
        var register = ReadRegister(texts);
        var editions = new List<BoundEdition>();
        foreach (var text in texts)
            editions.Add(EditionBinder.Bind(text, Adopted(text), register, provisions, silences, problems));
        foreach (var edition in editions) ProvisionAddresses.Assign(edition.Edition);
        var book = new AddressBook(silences);
        book.Assign();
        var assumptions = new AssumptionBinder(editions, book, provisions, silences, register, problems);
        foreach (var clause in others.Concat(charters).SelectMany(t => t.ClausesOf("assume"))) assumptions.Read(clause);
        var cases = others.Concat(charters).SelectMany(t => t.ClausesOf("case").Where(c => c.Match is not null)
            .Select(c => new CaseText(c.Match!.String("title"), t.Source.Path, c))).ToImmutableArray();
        silences.Sort();
        foreach (var entry in silences.All) entry.Silence.Close();
        CharterChecks.Run(editions, register, assumptions.Assumptions, assumptions.Figures, cases, silences, problems);
        return new Federation
        {
            Title = title,
            Editions = [.. editions.Select(e => e.Edition)],
            Provisions = [.. provisions.All],
            Silences = [.. silences.All.Select(e => e.Silence).Where(s => !s.WhenMet)],
            AllSilences = [.. silences.All.Select(e => e.Silence)],
            Register = register,
            Assumptions = assumptions.Assumptions,
            AssumedFigures = assumptions.Figures,
            Journals = [.. others.Select(Journal).OfType<JournalText>()],
            Cases = cases,
            Diagnostics = problems.ToSorted(),
            Addresses = book,
        };
    }

    private void Sort(SourceText file, FormTable? forms)
    {
        if (file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            tables.Add(file);
            return;
        }
        var tree = SyntaxTree.Parse(file, forms);
        problems.AddRange(tree.Diagnostics);
        Version(tree);
        if (tree.ClausesOf("charter").Any()) charters.Add(tree);
        else if (tree.ClausesOf("manual").Any()) manuals.Add(tree);
        else others.Add(tree);
    }

    private void Version(SyntaxTree tree)
    {
        foreach (var clause in tree.ClausesOf("foedus"))
        {
            if (clause.Match?.Find("number") is { } version && !clause.Match.Integer("number").IsOne)
                problems.Add(Diagnostic.At(clause.Location, FormDiagnostics.UnknownVersion, version.Text).Helped("foedus 1"));
        }
    }

    private void Titles(List<SourceText> files)
    {
        if (charters.Count == 0)
        {
            if (files.Count > 0) problems.Add(Diagnostic.At(new SourceLocation(files[0], new TextSpan(0, 0)), BindingDiagnostics.NoCharter));
            return;
        }
        title = TitleOf(charters[0], "charter") ?? "";
        foreach (var tree in charters.Skip(1).Where(t => !string.Equals(TitleOf(t, "charter") ?? title, title, StringComparison.Ordinal)).ToList())
        {
            problems.Add(Diagnostic.At(tree.ClausesOf("charter").First().Location, BindingDiagnostics.SecondCharter, TitleOf(tree, "charter")!, title));
            charters.Remove(tree);
        }
        foreach (var tree in charters)
            if (!tree.ClausesOf("edition").Any())
                problems.Add(Diagnostic.At(tree.ClausesOf("charter").First().Location, BindingDiagnostics.NoEdition).Helped("edition 1, in force 2000-01-01"));
        foreach (var clause in others.SelectMany(t => t.Clauses.Where(c => c.Form?.Id is "assumptions" or "cases" or "journal" or "rehearsal")))
        {
            if (clause.Match?.TextOrNull("charter") is not { } about || string.Equals(about, title, StringComparison.Ordinal)) continue;
            problems.Add(Diagnostic.At(clause.Match.Get("charter").Location, BindingDiagnostics.OtherCharter, about, title));
        }
    }

    private static string? TitleOf(SyntaxTree tree, string form) => tree.ClausesOf(form).Select(c => c.Match?.TextOrNull("title")).FirstOrDefault(t => t is not null);

    private Register ReadRegister(IReadOnlyList<EditionText> texts)
    {
        var words = new RegisterVocabulary();
        var named = new HashSet<SourceText>();
        foreach (var clause in texts.SelectMany(t => t.Clauses))
        {
            if (clause.Match is not { } match) continue;
            switch (clause.Form?.Id)
            {
                case "kind":
                    words.AddKind(match.Term("kind"), match.TextOrNull("plural") ?? Plurals.Of(match.Term("kind")), [.. match.List("parent").Select(k => k.Text)]);
                    break;
                case "measure":
                    words.AddMeasure(match.Term("measure"));
                    break;
                case "languages":
                    foreach (var language in match.List("languages")) words.AddLanguage(language.Text);
                    break;
                case "parties":
                    foreach (var name in match.List("names")) words.AddParty(name.Text, match.Term("kind"));
                    break;
                case "register":
                    foreach (var file in match.List("file")) Named(clause, file, named);
                    break;
            }
        }
        return RegisterReader.Read(tables, named, words, problems);
    }

    private void Named(ClauseSyntax clause, Capture file, HashSet<SourceText> named)
    {
        if (tables.Find(t => SameFile(t.Path, file.Text)) is { } table)
        {
            named.Add(table);
            return;
        }
        var problem = Diagnostic.At(clause.Location, RegisterDiagnostics.FileMissing, file.Text);
        var near = Spelling.Nearest(file.Text, tables.Select(t => Path.GetFileName(t.Path)));
        problems.Add(near is null ? problem : problem.Helped($"did you mean \"{near}\"?"));
    }

    private static bool SameFile(string path, string name)
    {
        var normal = path.Replace('\\', '/');
        return string.Equals(normal, name, StringComparison.Ordinal) || normal.EndsWith("/" + name, StringComparison.Ordinal);
    }

    // The clauses of the manuals that an edition adopts, in the order in which it adopts them.
    private List<ClauseSyntax> Adopted(EditionText text)
    {
        var clauses = new List<ClauseSyntax>();
        foreach (var clause in text.Clauses.SelectMany(c => c.SelfAndDescendants()).Where(c => c.Is("adopts")))
        {
            if (clause.Match?.Find("file") is not { } file) continue;
            if (manuals.Find(m => SameFile(m.Source.Path, file.Text)) is not { } manual)
            {
                problems.Add(Diagnostic.At(clause.Location, RegisterDiagnostics.FileMissing, file.Text));
                continue;
            }
            provisions.Adopt(manual, TitleOf(manual, "manual") ?? file.Text);
            clauses.AddRange(manual.Clauses.Where(c => c.Form?.Id is "art" or "unsaid"));
        }
        return clauses;
    }

    private static JournalText? Journal(SyntaxTree tree)
    {
        var acts = tree.ClausesOf("act").ToImmutableArray();
        var head = tree.Clauses.FirstOrDefault(c => c.Form?.Id is "journal" or "rehearsal");
        if (head is null) return null;
        return new JournalText(head.Match?.TextOrNull("title") ?? "", head.Is("rehearsal"), head.Match?.TextOrNull("after"), tree.Source.Path, acts);
    }
}
