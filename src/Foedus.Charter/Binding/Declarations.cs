using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>The first pass: everything that has a name, in whatever order the articles stand.</summary>
internal sealed class Declarations(BindingContext context, AmountBinder amounts, PartyBinder parties, Targets targets, MeasureBinder measures)
{
    private readonly Dictionary<string, ClauseSyntax> seen = new(StringComparer.Ordinal);

    private CharterEdition Edition => context.Edition;

    private Names Names => context.Names;

    /// <summary>Declares all that the clauses declare.</summary>
    public void Declare(IReadOnlyList<ClauseSyntax> clauses)
    {
        Kinds(clauses);
        measures.Measures(clauses);
        foreach (var clause in Of(clauses, "category")) Category(clause);
        foreach (var clause in Of(clauses, "parties")) PartiesOf(clause);
        foreach (var clause in Of(clauses, "body")) Body(clause);
        foreach (var clause in Of(clauses, "instrument")) Instrument(clause);
        foreach (var clause in Of(clauses, "procedure")) Procedure(clause);
        foreach (var clause in Of(clauses, "remedy")) Remedy(clause);
        foreach (var clause in Of(clauses, "duty")) Duty(clause);
        foreach (var clause in Of(clauses, "chamber")) Chamber(clause);
        foreach (var clause in Of(clauses, "office")) Offices(clause);
        foreach (var clause in Of(clauses, "deciding")) NamedRule(clause);
        foreach (var clause in Of(clauses, "end")) End(clause);
        // A procedure begins with the stages of its own clause, wherever other articles add to it.
        foreach (var clause in Of(clauses, "stage").OrderBy(c => c.Parent?.Is("procedure") == true ? 0 : 1)) Stage(clause);
        foreach (var clause in Of(clauses, "fact")) Fact(clause);
        foreach (var clause in Of(clauses, "classes")) Names.ClassValues.TryAdd(clause.Match!.Name("name"), [.. clause.Match.List("values").Select(v => v.Text)]);
    }

    private static IEnumerable<ClauseSyntax> Of(IReadOnlyList<ClauseSyntax> clauses, string form) => clauses.Where(c => c.Is(form) && c.Match is not null);

    // Kinds refer to one another in any order; a kind is made after the kind within which it stands.
    private void Kinds(IReadOnlyList<ClauseSyntax> clauses)
    {
        var declared = new Dictionary<string, ClauseSyntax>(StringComparer.Ordinal);
        foreach (var clause in Of(clauses, "kind"))
        {
            var name = clause.Match!.Term("kind");
            if (!declared.TryAdd(name, clause)) Twice(name, clause, declared[name]);
        }
        foreach (var clause in Of(clauses, "kind"))
            if (ReferenceEquals(declared[clause.Match!.Term("kind")], clause))
                Kind(clause, declared);
    }

    // Upwards to kinds that are made or stand within none, then down again; a circle is cut where it closes.
    private void Kind(ClauseSyntax clause, Dictionary<string, ClauseSyntax> declared)
    {
        var open = new Stack<(ClauseSyntax Clause, List<ClauseSyntax> Above, int At)>();
        var inPath = new HashSet<string>(StringComparer.Ordinal);
        Open(clause);
        while (open.TryPop(out var top))
        {
            if (top.At < top.Above.Count)
            {
                open.Push(top with { At = top.At + 1 });
                Open(top.Above[top.At]);
                continue;
            }
            var match = top.Clause.Match!;
            var name = match.Term("kind");
            inPath.Remove(name);
            ImmutableArray<UnitKind> parents = [.. top.Above.Select(a => Named(a.Match!.Term("kind"))).OfType<UnitKind>().Distinct()];
            var kind = new UnitKind(name, parents.IsEmpty ? null : parents[0], match.TextOrNull("plural") ?? Plurals.Of(name), context.By(top.Clause)) { Parents = parents };
            Names.Add(kind);
            Edition.Kinds.Add(kind);
        }

        void Open(ClauseSyntax at)
        {
            var name = at.Match!.Term("kind");
            if (Named(name) is not null) return;
            inPath.Add(name);
            open.Push((at, ParentsOf(at, declared, inPath), 0));
        }
    }

    private UnitKind? Named(string name) => Names.Kind(name) is { } known && string.Equals(known.Name, name, StringComparison.Ordinal) ? known : null;

    private static string Singular(string word, Dictionary<string, ClauseSyntax> declared) => declared.ContainsKey(word) || !word.EndsWith('s') ? word : word[..^1];

    private List<ClauseSyntax> ParentsOf(ClauseSyntax clause, Dictionary<string, ClauseSyntax> declared, HashSet<string> below)
    {
        var found = new List<ClauseSyntax>();
        foreach (var above in clause.Match!.List("parent"))
        {
            var name = Singular(above.Text, declared);
            if (below.Contains(name)) context.Report(Diagnostic.At(above.Location, BindingDiagnostics.KindCycle, clause.Match.Term("kind")));
            else if (declared.TryGetValue(name, out var parent)) found.Add(parent);
            else context.Unknown(above.Location, BindingDiagnostics.UnknownKind, declared.Keys.Order(StringComparer.Ordinal), above.Text);
        }
        return found;
    }

    private void Category(ClauseSyntax clause)
    {
        var category = new Category(clause.Match!.Term("category"), clause.Match.String("meaning"), context.By(clause));
        if (!Once("category " + category.Name, category.Name, clause)) return;
        Names.Categories[category.Name] = category;
        Edition.Categories.Add(category);
    }

    private void PartiesOf(ClauseSyntax clause)
    {
        if (amounts.Kind(clause.Match!.Get("kind")) is not { } kind) return;
        foreach (var name in clause.Match.List("names"))
        {
            if (Names.Parties.ContainsKey(name.Text))
            {
                context.Report(Diagnostic.At(name.Location, BindingDiagnostics.DeclaredTwice, name.Text).Also(Names.Parties[name.Text].By.Clause.Location, "declared here"));
                continue;
            }
            var unit = new NamedUnit(name.Text, kind, context.By(clause));
            Names.Parties[name.Text] = unit;
            Edition.Parties.Add(unit);
        }
    }

    private void Body(ClauseSyntax clause)
    {
        var match = clause.Match!;
        var name = match.Name("name");
        UnitKind? each = null;
        if (match.Find("kind") is { } kindWord && (each = amounts.Kind(kindWord)) is null) return;
        var body = Names.Bodies(name).FirstOrDefault(b => ReferenceEquals(b.EachOf, each) && b.ChamberOf is null);
        if (body is not null)
        {
            Twice(name, clause, body.By.Clause);
        }
        else
        {
            body = new Body(name, context.By(clause)) { EachOf = each, Title = match.TextOrNull("title"), ByItsOwnCharter = match.Has("own") };
            Names.Add(body);
            Edition.Bodies.Add(body);
        }
        context.Declared[clause] = body;
    }

    private void Chamber(ClauseSyntax clause)
    {
        var name = clause.Match!.Name("name");
        foreach (var owner in Owners(clause.Parent).OfType<Body>())
        {
            if (Names.Bodies(name).FirstOrDefault(b => ReferenceEquals(b.ChamberOf, owner)) is { } known)
            {
                Twice(name, clause, known.By.Clause);
                context.Declared[clause] = known;
                continue;
            }
            var chamber = new Body(name, context.By(clause)) { ChamberOf = owner, EachOf = owner.EachOf, Title = clause.Match.TextOrNull("title") };
            owner.Chambers.Add(chamber);
            Names.Add(chamber);
            Edition.Bodies.Add(chamber);
            context.Declared[clause] = chamber;
        }
    }

    private void Offices(ClauseSyntax clause)
    {
        var match = clause.Match!;
        Body? of = null;
        if (match.SubOrNull("of") is { } who) of = parties.Bodies(who).FirstOrDefault();
        else of = Owners(clause.Parent).OfType<Body>().FirstOrDefault();
        var made = new List<Office>();
        foreach (var name in match.List("names"))
        {
            var office = Names.Offices(name.Text).FirstOrDefault(o => ReferenceEquals(o.Of, of));
            if (office is not null)
            {
                context.Report(Diagnostic.At(name.Location, BindingDiagnostics.DeclaredTwice, office.ToString()).Also(office.By.Clause.Location, "declared here"));
            }
            else
            {
                office = new Office(name.Text, context.By(clause)) { Of = of };
                Names.Add(office);
                Edition.Offices.Add(office);
                of?.Offices.Add(office);
            }
            made.Add(office);
        }
        context.Declared[clause] = made;
    }

    private void Instrument(ClauseSyntax clause)
    {
        var name = clause.Match!.Term("kind");
        var instrument = Names.Instrument(name);
        if (instrument is not null && string.Equals(instrument.Name, name, StringComparison.Ordinal))
        {
            Twice(name, clause, instrument.By.Clause);
        }
        else
        {
            instrument = new InstrumentKind(name, context.By(clause));
            Names.Add(instrument);
            Edition.Instruments.Add(instrument);
        }
        context.Declared[clause] = instrument;
    }

    private void Procedure(ClauseSyntax clause)
    {
        var name = clause.Match!.Name("name");
        if (!Names.Procedures.TryGetValue(name, out var procedure))
        {
            procedure = new Procedure(name, context.By(clause)) { Kinds = [.. clause.Match.List("kinds").Select(k => k.Text)] };
            Names.Procedures[name] = procedure;
            Edition.Procedures.Add(procedure);
        }
        else
        {
            Twice(name, clause, procedure.By.Clause);
        }
        foreach (var kind in procedure.Kinds) Names.Outcomes.Add(kind);
        context.Declared[clause] = procedure;
    }

    private void End(ClauseSyntax clause)
    {
        foreach (var procedure in Owners(clause.Parent).OfType<Procedure>())
        {
            var name = clause.Match!.Name("name");
            if (procedure.Ends.Find(e => string.Equals(e.Name, name, StringComparison.Ordinal)) is { } known) Twice(name, clause, known.By.Clause);
            else procedure.Ends.Add(new End(name, clause.Match.TextOrNull("outcome"), context.By(clause)));
            if (clause.Match.TextOrNull("outcome") is { } outcome) Names.Outcomes.Add(outcome);
        }
    }

    // A stage that stands in several articles is one stage; the later clauses add to it.
    private void Stage(ClauseSyntax clause)
    {
        var stages = new List<Stage>();
        foreach (var procedure in Owners(clause.Parent).OfType<Procedure>())
        {
            var name = clause.Match!.Name("name");
            var stage = procedure.Stages.Find(s => string.Equals(s.Name, name, StringComparison.Ordinal));
            if (stage is not null && ReferenceEquals(stage.By.Clause.Parent, clause.Parent)) Twice(name, clause, stage.By.Clause);
            if (stage is null)
            {
                stage = new Stage(name, procedure, context.By(clause));
                procedure.Stages.Add(stage);
            }
            stages.Add(stage);
        }
        if (stages.Count > 0) context.Declared[clause] = stages;
    }

    private void Remedy(ClauseSyntax clause)
    {
        var name = clause.Match!.Name("name");
        if (!Names.Remedies.TryGetValue(name, out var remedy))
        {
            remedy = new Remedy(name, context.By(clause));
            Names.Remedies[name] = remedy;
            Edition.Remedies.Add(remedy);
        }
        else
        {
            Twice(name, clause, remedy.By.Clause);
        }
        context.Declared[clause] = remedy;
    }

    private void Duty(ClauseSyntax clause)
    {
        var name = clause.Match!.Name("name");
        if (!Names.Duties.TryGetValue(name, out var duty))
        {
            duty = new Duty(name, context.By(clause));
            Names.Duties[name] = duty;
            Edition.Duties.Add(duty);
        }
        else
        {
            Twice(name, clause, duty.By.Clause);
        }
        context.Declared[clause] = duty;
    }

    private void NamedRule(ClauseSyntax clause)
    {
        if (!clause.Match!.Is("named")) return;
        var name = clause.Match.Name("name");
        if (!Names.Rules.TryGetValue(name, out var rule))
        {
            rule = new DecisionRule(name, context.By(clause));
            Names.Rules[name] = rule;
            Edition.Rules.Add(rule);
        }
        else
        {
            Twice(name, clause, rule.By.Clause);
        }
        context.Declared[clause] = rule;
    }

    private void Fact(ClauseSyntax clause)
    {
        var match = clause.Match!;
        var name = match.Name("name");
        if (!Once("fact " + name, name, clause) || parties.Who(match.Sub("by")) is not { } by) return;
        var fact = new FactDeclaration(name, by, [.. match.List("values").Select(v => v.Text)], context.By(clause));
        Names.Facts[name] = fact;
        Edition.Facts.Add(fact);
    }

    /// <summary>What stands above a clause: what it declares, or what <c>about</c> opens.</summary>
    private IEnumerable<object> Owners(ClauseSyntax? parent) => parent is null ? [] : targets.Of(parent);

    private bool Once(string key, string name, ClauseSyntax clause)
    {
        if (seen.TryAdd(key, clause)) return true;
        Twice(name, clause, seen[key]);
        return false;
    }

    private void Twice(string name, ClauseSyntax clause, ClauseSyntax earlier)
    {
        if (!ReferenceEquals(clause, earlier))
            context.Report(Diagnostic.At(clause.Location, BindingDiagnostics.DeclaredTwice, name).Labelled("and again here").Also(earlier.Location, "declared here"));
    }
}
