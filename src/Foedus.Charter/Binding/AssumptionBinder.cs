using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Counting;
using NodaTime;

namespace Foedus.Charter.Binding;

/// <summary>Reads assumptions: each fills an open place of one or more editions, or a figure that nobody returned.</summary>
internal sealed class AssumptionBinder(IReadOnlyList<BoundEdition> editions, AddressBook book, ProvisionBook provisions, SilenceBook silences, Register register, DiagnosticBag problems)
{
    private readonly Dictionary<string, ClauseSyntax> names = new(StringComparer.Ordinal);
    private readonly List<Assumption> assumptions = [];
    private readonly List<AssumedFigure> figures = [];

    public ImmutableArray<Assumption> Assumptions => [.. assumptions];

    public ImmutableArray<AssumedFigure> Figures => [.. figures];

    public void Read(ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        var name = match.Name("name");
        if (!names.TryAdd(name, clause))
        {
            problems.Add(Diagnostic.At(clause.Location, AssumptionDiagnostics.NameTwice, name).Also(names[name].Location, "the other"));
            return;
        }
        var since = Day(clause, "since");
        var until = Day(clause, "assume-until");
        if (since is { } from && until is { } to && to <= from)
        {
            problems.Add(Diagnostic.At(clause.Location, AssumptionDiagnostics.UntilBeforeSince, name));
            return;
        }
        var owner = clause.Child("owner")?.Match is { } said ? said.TextOrNull("text") ?? said.TextOrNull("name") ?? "" : "";
        var because = string.Join("; ", clause.ChildrenOf("because").Select(b => b.Match?.TextOrNull("text")).OfType<string>());
        foreach (var (silence, reading) in match.Is("figure") ? Figure(clause, match) : Place(clause, match))
            assumptions.Add(new Assumption(name, silence, reading, owner, since, until, Scope(clause), because) { Path = clause.Tree.Source.Path, Clause = clause });
    }

    private static LocalDate? Day(ClauseSyntax clause, string form) => clause.Child(form)?.Match is { } match ? match.Date("day").Earliest : null;

    private Party? Scope(ClauseSyntax clause)
    {
        if (clause.Child("assume-scope")?.Match is not { } match || editions.Count == 0) return null;
        if (editions[^1].Parties.Party(match.Sub("who")) is not { } party) return null;
        if (party.Kind is PartyKind.Body or PartyKind.Office or PartyKind.NamedUnit) return party;
        problems.Add(Diagnostic.At(match.Get("who").Location, AssumptionDiagnostics.ScopeUnnamed, match.Get("who").Text));
        return null;
    }

    // The same words may name an open place in several editions; the assumption fills each of them.
    private IEnumerable<(Silence Silence, int Reading)> Place(ClauseSyntax clause, Match match)
    {
        var citation = match.CaseName switch
        {
            "article" => "art " + match.Label("label"),
            "time" => "time",
            _ => "unsaid",
        };
        var rest = match.Get("rest");
        var (address, reading) = SilenceAddresses.Cut(rest.Text);
        if (reading is null or "")
        {
            problems.Add(Diagnostic.At(clause.Location, AssumptionDiagnostics.NoEqualsSign, match.Name("name")));
            yield break;
        }
        var bags = new List<DiagnosticBag>();
        var done = new HashSet<Silence>(ReferenceEqualityComparer.Instance);
        foreach (var edition in editions)
        {
            var bag = new DiagnosticBag();
            bags.Add(bag);
            if (SilenceAddresses.One(book, edition.Edition.Number, citation, address, rest.Location, bag) is not { } entry) continue;
            if (!done.Add(entry.Silence)) continue;
            if (ReadingBinder.Bind(entry, reading, rest.Location, bag) is { } index) yield return (entry.Silence, index);
            else done.Remove(entry.Silence);
        }
        if (done.Count > 0) yield break;
        if (Said(citation, address, rest.Location)) yield break;
        // The edition in which the words came nearest says most.
        var told = bags.Find(b => b.ToSorted().Any(d => !ReferenceEquals(d.Descriptor, AssumptionDiagnostics.NothingOpen))) ?? bags.FirstOrDefault();
        problems.AddRange(told?.ToSorted() ?? []);
    }

    // Where the charter does say it, the message is that it is not open.
    private bool Said(string citation, string address, SourceLocation at)
    {
        var words = AddressBook.Split(address);
        foreach (var edition in editions)
        {
            foreach (var provision in edition.Edition.Provisions.Where(p => string.Equals(p.Citation, citation, StringComparison.Ordinal)))
            {
                var clause = provision.Clause;
                if (clause.Silence is not null || clause.Form is not { MayBeSilent: true } form || clause.Match is null) continue;
                if (words.Length < form.KeywordWords.Length || !words.AsSpan(words.Length - form.KeywordWords.Length).SequenceEqual(form.KeywordWords.AsSpan())) continue;
                var path = AddressBook.Split(string.Join(' ', clause.Ancestors().Reverse().Select(a => a.Text)));
                var seen = 0;
                foreach (var word in path.Concat(form.KeywordWords))
                    if (seen < words.Length && string.Equals(word, words[seen], StringComparison.Ordinal))
                        seen++;
                if (seen < words.Length) continue;
                problems.Add(Diagnostic.At(at, AssumptionDiagnostics.AlreadySaid, ReadingBinder.Normal($"{citation} {address}"), ReadingBinder.Normal(clause.Text)).Also(clause.Location, "said here"));
                return true;
            }
        }
        return false;
    }

    private IEnumerable<(Silence Silence, int Reading)> Figure(ClauseSyntax clause, Match match)
    {
        var (measure, unit) = (match.Get("measure"), match.Get("unit"));
        if (!Known(measure, unit)) yield break;
        var value = match.Sub("value");
        if (Bounds(value) is not { } bounds)
        {
            problems.Add(Diagnostic.At(value.Location, AssumptionDiagnostics.BadFigure, BindingContext.Words(value)));
            yield break;
        }
        LocalDate? day = match.Has("day") ? match.Date("day").Earliest : null;
        var earlier = figures.Find(f => string.Equals(f.Unit, unit.Text, StringComparison.Ordinal) && string.Equals(f.Measure, measure.Text, StringComparison.Ordinal));
        var silence = earlier?.Silence ?? silences.Outside(clause, provisions.Outside(clause, "figures"), $"figure {measure.Text} of {unit.Text}").Silence;
        var words = BindingContext.Words(value) + (day is { } d ? " as at " + d.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "");
        var index = silence.Readings.IndexOf(words);
        if (index < 0)
        {
            index = silence.Readings.Length;
            silence.Readings = silence.Readings.Add(words);
        }
        figures.Add(new AssumedFigure(unit.Text, measure.Text, silence, index, bounds.Low, bounds.High, day, IsAbove(value)));
        yield return (silence, index);
    }

    private bool Known(Capture measure, Capture unit)
    {
        var measures = editions.SelectMany(e => e.Edition.Measures).Select(m => m.Name).Distinct(StringComparer.Ordinal).ToList();
        if (!measures.Contains(measure.Text, StringComparer.Ordinal))
        {
            Report(measure, BindingDiagnostics.UnknownMeasure, measures);
            return false;
        }
        var units = register.Units.Select(u => u.Name).Concat(editions.SelectMany(e => e.Edition.Parties).Select(p => p.Name)).Distinct(StringComparer.Ordinal).ToList();
        if (units.Contains(unit.Text, StringComparer.Ordinal)) return true;
        Report(unit, BindingDiagnostics.UnknownName, units);
        return false;
    }

    private void Report(Capture word, DiagnosticDescriptor what, IEnumerable<string> known)
    {
        var problem = Diagnostic.At(word.Location, what, word.Text);
        var near = Spelling.Nearest(word.Text, known.Order(StringComparer.Ordinal));
        problems.Add(near is null ? problem : problem.Helped($"did you mean `{near}`?"));
    }

    /// <summary>True of "over 500", which is more than 500.</summary>
    internal static bool IsAbove(Match value) => value.Is("bound") && string.Equals(value.Flag("quality"), "over", StringComparison.Ordinal);

    /// <summary>The bounds of a figure phrase; null if it gives none.</summary>
    internal static (Ratio? Low, Ratio? High)? Bounds(Match value)
    {
        switch (value.CaseName)
        {
            case "between":
                var (low, high) = (AmountBinder.Exactly(value.Number("low")), AmountBinder.Exactly(value.Number("high")));
                return low <= high ? (low, high) : null;
            case "bound":
                var quality = value.Flag("quality") switch
                {
                    "about" => FigureQuality.About,
                    "not more than" => FigureQuality.NotMoreThan,
                    _ => FigureQuality.NotLessThan,
                };
                return FigureBounds.TryRead(value.Get("number").Text, quality, out var least, out var most) ? (least, most) : null;
            case "none":
                return null;
            default:
                var exact = AmountBinder.Exactly(value.Number("number"));
                return (exact, exact);
        }
    }
}
