using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads the clauses of one edition into what they mean: first every name, then what is said of each.</summary>
internal sealed class EditionBinder
{
    private readonly BindingContext context;
    private readonly AmountBinder amounts;
    private readonly PartyBinder parties;
    private readonly SlotBinder slots;
    private readonly ConditionBinder conditions;
    private readonly MeasureBinder measures;
    private readonly SeatBinder seats;
    private readonly TermBinder terms;
    private readonly BodyBinder bodies;
    private readonly OfficeBinder offices;
    private readonly DecidingBinder deciding;
    private readonly ProcedureBinder procedures;
    private readonly LawBinder law;
    private readonly RemedyBinder remedies;
    private readonly ChangeBinder changes;
    private readonly BudgetBinder budgets;
    private readonly UnitBinder units;
    private readonly FindingBinder findings;
    private readonly Targets targets;
    private readonly Precedence precedence;
    private readonly Dictionary<ClauseSyntax, List<SeatGroup>> groups = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ClauseSyntax> walked = new(ReferenceEqualityComparer.Instance);

    private EditionBinder(BindingContext context)
    {
        this.context = context;
        amounts = new AmountBinder(context);
        parties = new PartyBinder(context, amounts);
        precedence = new Precedence(context);
        slots = new SlotBinder(context, parties, precedence);
        conditions = new ConditionBinder(context, parties);
        measures = new MeasureBinder(context, amounts, slots);
        seats = new SeatBinder(context, amounts, parties, slots, measures);
        terms = new TermBinder(context, amounts, parties);
        bodies = new BodyBinder(context, amounts, parties, slots, seats, terms);
        offices = new OfficeBinder(context, amounts, parties, slots, terms);
        deciding = new DecidingBinder(context, amounts, parties, conditions, slots);
        var events = new EventBinder(context, amounts, parties);
        procedures = new ProcedureBinder(context, amounts, parties, conditions, deciding, events, slots);
        law = new LawBinder(context, amounts, parties, slots);
        remedies = new RemedyBinder(context, amounts, parties, conditions, law, events, slots);
        changes = new ChangeBinder(context, amounts, parties, conditions, slots);
        budgets = new BudgetBinder(context, amounts, parties, slots);
        units = new UnitBinder(context, parties, conditions, amounts, slots);
        findings = new FindingBinder(context, slots);
        targets = new Targets(context, amounts);
    }

    /// <summary>Reads an edition. <paramref name="adopted"/> are the clauses of the manuals that it adopts.</summary>
    public static BoundEdition Bind(EditionText text, IReadOnlyList<ClauseSyntax> adopted, Register register, ProvisionBook provisions, SilenceBook silences, DiagnosticBag problems)
    {
        var edition = new CharterEdition(text.Number, text.Status, text.From) { Amends = text.Amends };
        var binder = new EditionBinder(new BindingContext(edition, provisions, silences, problems));
        return binder.Bind(text, adopted, register);
    }

    private BoundEdition Bind(EditionText text, IReadOnlyList<ClauseSyntax> adopted, Register register)
    {
        var edition = context.Edition;
        var tops = text.Clauses.Concat(adopted).ToList();
        var all = tops.SelectMany(c => c.SelfAndDescendants()).ToList();
        foreach (var clause in all.Where(ProvisionBook.IsLaw)) edition.Provisions.Add(context.By(clause));
        context.Names.Add(register);
        new Declarations(context, amounts, parties, targets, measures).Declare(all);
        foreach (var clause in all.Where(c => c.Is("languages")))
            if (clause.Match is { } match)
                edition.Languages = [.. match.List("languages").Select(l => l.Text)];
        foreach (var clause in all.Where(c => c.Is("seats")))
            groups[clause] = [.. Owners(clause).OfType<Body>().Select(b => seats.Group(b, clause))];
        foreach (var top in tops) Walk(top, null);
        precedence.Read();
        var construct = text.Tree.ClausesOf("charter").FirstOrDefault() ?? text.Clauses[0];
        new Inheritance(context, slots, amounts, deciding, construct).Complete();
        new MissingSlots(context, slots, new SlotReaders(amounts, parties, terms, seats, deciding, procedures, law, remedies, changes, budgets, units, bodies), changes, construct).Find(all);
        findings.Find();
        return new BoundEdition(edition, text, slots.Missing, all, parties);
    }

    private IReadOnlyList<object> Owners(ClauseSyntax clause) => clause.Parent is { } parent ? targets.Of(parent) : [];

    private void Walk(ClauseSyntax clause, object? owner)
    {
        if (clause.Form is not { } form) return;
        switch (form.Id)
        {
            case "art" or "unsaid" or "replace-art" or "insert-art":
                Children(clause, null);
                break;
            case "body" or "chamber" or "office" or "procedure" or "stage" or "instrument" or "remedy" or "duty" or "about":
                Attach(clause, owner);
                if (!walked.Add(clause)) break;
                foreach (var target in targets.Of(clause)) Children(clause, target);
                break;
            case "seats":
                foreach (var group in groups.GetValueOrDefault(clause, []).Where(g => ReferenceEquals(g.Body, owner)))
                {
                    precedence.Say(owner, clause, static () => { }, () => group.Body.Seats.Remove(group));
                    Children(clause, group);
                }
                break;
            case "deciding":
                foreach (var rule in deciding.Rules(clause, owner)) Children(clause, rule);
                break;
            case "unit-figure":
                precedence.Say(null, clause, () => measures.Fixed(clause), what: FixedFor(clause));
                break;
            case "contribution":
                precedence.Say(null, clause, () => budgets.Contribution(clause), what: clause.Match?.Text ?? "");
                break;
            case "classes":
                units.Classes(clause);
                break;
            case "time":
                Children(clause, context.Edition.Time);
                break;
            case "interpreted":
                precedence.Say(null, clause, () => context.Edition.InterpretedBy = slots.Fill(context.Edition, clause, context.Edition.InterpretedBy, m => Bound.OrNone(parties.Who(m.Sub("by")))));
                break;
            case "findings":
                precedence.Say(null, clause, () => findings.Fill(clause));
                break;
            case "pending" when owner is null:
                precedence.Say(null, clause, () => procedures.Pending(clause));
                break;
            case "protects":
                Protects(clause);
                break;
            case "fates":
                foreach (var child in clause.Children)
                    if (child.Form is not null)
                        precedence.Say(changes, child, () => changes.FillEverywhere(child));
                break;
            case "change" or "competence" or "budget" or "unit":
                if (!walked.Add(clause)) break;
                object? opened = form.Id switch
                {
                    "change" => changes.Change(clause),
                    "competence" => law.Competence(clause),
                    "budget" => budgets.Budget(clause),
                    _ => units.Kind(clause, amounts),
                };
                if (opened is null) break;
                if (opened is Change change) precedence.Say(null, clause, static () => { }, () => context.Edition.Changes.Remove(change), change.What + " " + change.Of.Words);
                Children(clause, opened);
                break;
            case "matter":
                precedence.Say(null, clause, () => Property(clause, owner));
                break;
            case "despite" or "note" or "source" or "declares" or "adopts" or "end":
                break;
            default:
                precedence.Say(owner, clause, () => Property(clause, owner));
                break;
        }
        if (form.Id == "session" && owner is Body body && clause.Match is { } session)
            foreach (var duty in clause.ChildrenOf("duty"))
                Walk(duty, new SessionOf(body, session.Term("kind")));
    }

    private static string FixedFor(ClauseSyntax clause) =>
        clause.Match is not { } match ? "" : match.Term("measure") + " " + (match.TextOrNull("kind") ?? string.Join(' ', match.List("names").Select(n => n.Text)));

    private void Children(ClauseSyntax clause, object? owner)
    {
        foreach (var child in clause.Children) Walk(child, owner);
    }

    // A remedy in a change, a duty in a remedy or stage, belong to what they stand in as well.
    private void Attach(ClauseSyntax clause, object? owner)
    {
        if (!context.Declared.TryGetValue(clause, out var declared)) return;
        switch (declared, owner)
        {
            case (Remedy remedy, Change change):
                if (!change.Remedies.Contains(remedy)) change.Remedies.Add(remedy);
                break;
            case (Duty duty, _):
                duty.Owner ??= owner;
                if (owner is Remedy user && !user.Duties.Contains(duty)) user.Duties.Add(duty);
                break;
        }
    }

    private void Property(ClauseSyntax clause, object? owner)
    {
        var form = clause.Form!;
        if (form.Id == "title")
        {
            if (owner is Body { Title: null } titled) titled.Title = clause.Match?.TextOrNull("text");
            return;
        }
        if (!ProvisionBook.IsLaw(clause)) return;
        if (form.Id == "no-vote" && owner is null)
        {
            if (deciding.NoVote(clause) is { } barred) context.Edition.NoVotes.Add(barred);
            return;
        }
        var fits = owner switch
        {
            Body body => bodies.Fill(body, clause),
            SeatGroup group => seats.Fill(group, clause) || GroupClause(group, clause),
            Office office => offices.Fill(office, clause),
            DecisionRule rule => deciding.Fill(rule, clause),
            Procedure procedure => procedures.Fill(procedure, clause),
            Stage stage => procedures.Fill(stage, clause),
            Competence competence => law.Fill(competence, clause),
            InstrumentKind instrument => law.Fill(instrument, clause),
            Remedy remedy => remedies.Fill(remedy, clause),
            Duty duty => remedies.Fill(duty, clause),
            Change change => changes.Fill(change, clause),
            Budget budget => budgets.Fill(budget, clause),
            UnitKind kind => units.Fill(kind, clause),
            TimeRules time => units.Fill(time, clause),
            _ => true,
        };
        if (!fits) context.Report(Diagnostic.At(clause.Location, BindingDiagnostics.DoesNotBelong, form.Keyword, Describe(owner!)));
    }

    private bool GroupClause(SeatGroup group, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "chosen":
                group.Chosen = slots.Fill(group, clause, group.Chosen, m => terms.Choosing(m, clause));
                return true;
            case "reserve":
                if (bodies.Reserve(clause) is { } reserve) group.Reserves.Add(reserve);
                return true;
            default:
                return false;
        }
    }

    private void Protects(ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        Condition? unless = null;
        if (match.SubOrNull("cond") is { } phrase)
        {
            var condition = conditions.Condition(phrase);
            if (!condition.Ok) return;
            unless = condition.Value;
        }
        context.Edition.Protections.Add(new Protection(match.Label("label"), unless, context.By(clause)));
    }

    private static string Describe(object owner) => owner switch
    {
        Body body => $"the body {body}",
        Office office => $"the office {office}",
        DecisionRule rule => $"the rule {rule}",
        Procedure procedure => $"the procedure {procedure}",
        Stage stage => $"the stage {stage}",
        Remedy remedy => $"the remedy {remedy}",
        Duty duty => $"the duty {duty}",
        InstrumentKind instrument => $"acts of the kind {instrument}",
        UnitKind kind => $"units of the kind {kind}",
        _ => "what it stands under",
    };
}
