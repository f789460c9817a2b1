using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Counting;

namespace Foedus.Charter.Binding;

/// <summary>Finds the places that have to be filled and that no clause fills, by the structure of each construct alone.</summary>
internal sealed class MissingSlots(BindingContext context, SlotBinder slots, SlotReaders read, ChangeBinder changes, ClauseSyntax charter)
{
    private CharterEdition Edition => context.Edition;

    public void Find(IReadOnlyList<ClauseSyntax> clauses)
    {
        foreach (var body in Edition.Bodies) Body(body);
        foreach (var body in Edition.Bodies.Where(b => !IsElsewhere(b))) Sessions(body);
        foreach (var office in Edition.Offices) Office(office);
        foreach (var procedure in Edition.Procedures) Procedure(procedure);
        Competences();
        foreach (var instrument in Edition.Instruments) Instrument(instrument);
        foreach (var remedy in Edition.Remedies) Remedy(remedy);
        foreach (var duty in Edition.Duties) Duty(duty);
        foreach (var change in Edition.Changes) Change(change);
        foreach (var budget in Edition.Budgets) Budget(budget);
        Units();
        Time(clauses);
    }

    private static bool IsElsewhere(Body body) => body.ByItsOwnCharter || body.ChamberOf is { ByItsOwnCharter: true };

    private void Body(Body body)
    {
        if (IsElsewhere(body)) return;
        var construct = body.By.Clause;
        var about = $"body {body}";
        if (body.ChamberOf is { } whole)
        {
            about = $"chamber {body}";
            body.Chosen ??= whole.Chosen;
            body.Term ??= whole.Term;
        }
        if (body.Chambers.Count == 0 && body.Seats.Count == 0) body.Seats.Add(new SeatGroup(body, slots.Absent<SeatFormula>(construct, "seats", read.Seats.Formula, about)));
        foreach (var group in body.Seats) Group(group);
        if (body.ChamberOf is { } of)
        {
            body.Vacancy ??= of.Vacancy;
            body.VacancyForFullTerm ??= of.VacancyForFullTerm;
        }
        if (body.Vacancy is not null && body.Chambers.Count == 0)
            body.VacancyForFullTerm ??= slots.WhenMet<bool>(construct, "vacancy-for", TermBinder.VacancyForFullTerm, about, TermBinder.VacancyWays);
        if (body.Chambers.Count > 0) return;
        var ownMembers = body.Seats.Exists(g => g.Chosen is null && !g.Formula.Fillers.All(HasMembersAnyway)) || body.Seats.TrueForAll(g => g.Formula.Fillers.IsEmpty);
        if (!ownMembers) return;
        body.Chosen ??= slots.Absent<Choosing>(construct, "chosen", m => read.Terms.Choosing(m, construct), about);
        body.Term ??= slots.Absent<Term>(construct, "term", read.Terms.Term, about);
    }

    // Whose members come with their office, or with the bodies that sit together.
    private static bool HasMembersAnyway(SeatFormula formula) =>
        formula is SeatFormula.ExOfficio || (formula is SeatFormula.AsManyAs many && many.Bodies.Parties.Length > 1);

    private void Group(SeatGroup group)
    {
        var construct = group.Formula.By.Clause;
        var about = $"seats of {group.Body}";
        var fillers = group.Formula.Fillers;
        Limit(group, group.Least);
        Limit(group, group.Most);
        if (fillers.Any(f => f is SeatFormula.Norm) || group.Bands.Exists(b => b.IsStep))
        {
            group.Remainder ??= slots.Absent<PartOfStep>(construct, "remainder", SeatBinder.Remainder, about);
            group.HalfCounts ??= slots.WhenMet<bool>(construct, "remainder-half", SeatBinder.HalfCounts, about, SeatBinder.HalfWays);
        }
        if (fillers.Any(f => f is SeatFormula.Shared))
            group.TotalGivesWay ??= slots.WhenMet<bool>(construct, "gives-way", SeatBinder.TotalGivesWay, about, SeatBinder.GivesWayWays);
        if (fillers.Any(f => f is SeatFormula.Shared)) group.Method ??= slots.Absent<ApportionmentMethod>(construct, "method", read.Seats.Method, about);
        if (fillers.Any(NeedsFigures)) group.Figures ??= slots.Absent<FigureBasis>(construct, "figures", read.Seats.Figures, about);
    }

    // A limit for each unit of a kind has to be one that these seats can keep.
    private void Limit(SeatGroup group, Slot<SeatBound>? limit)
    {
        if (limit is not { IsSaid: true } || !group.Formula.IsSaid) return;
        var (seated, per) = (Seated(group.Formula.Said), limit.Said.Per);
        if (seated is not null && string.Equals(seated.Name, per.Name, StringComparison.Ordinal)) return;
        if (seated is not null && group.Formula.Said is not SeatFormula.Shared && seated.Above().Any(k => string.Equals(k.Name, per.Name, StringComparison.Ordinal))) return;
        var clause = limit.By.Clause;
        context.Report(Diagnostic.At(
            clause.Location, BindingDiagnostics.SeatLimitOfOthers, clause.Form!.Keyword, per.Name,
            seated is null ? "not counted by units" : group.Formula.Said is SeatFormula.Shared ? "shared among " + seated.Plural : "those of each " + seated.Name));
    }

    private static UnitKind? Seated(SeatFormula formula) => formula switch
    {
        SeatFormula.Shared shared => shared.Among,
        SeatFormula.Norm norm => norm.Each,
        SeatFormula.Bonus bonus => bonus.Each,
        SeatFormula.PerUnit each => each.Each,
        SeatFormula.ByBands bands => bands.Each,
        _ => null,
    };

    private bool NeedsFigures(SeatFormula formula)
    {
        var measure = formula switch
        {
            SeatFormula.Shared shared => shared.By,
            SeatFormula.Norm norm => norm.Of,
            SeatFormula.Bonus bonus => bonus.Of,
            SeatFormula.ByBands bands => bands.Of,
            _ => null,
        };
        return measure is not null && !Edition.FixedFigures.Exists(f => ReferenceEquals(f.Measure, measure));
    }

    private void Sessions(Body body)
    {
        for (var i = 0; i < body.Sessions.Count; i++)
        {
            var session = body.Sessions[i];
            if (!session.Convened.IsEmpty) continue;
            var convened = slots.Absent<Convening>(session.By.Clause, "convened", read.Bodies.Convening, $"session {session.Kind} of {body}");
            body.Sessions[i] = session with { Convened = [convened] };
        }
    }

    private void Office(Office office)
    {
        if (office.Of is { } of && IsElsewhere(of)) return;
        var members = office.Of is { } body && body.Seats.Exists(g => g.Formula.Fillers.Any(f => f is SeatFormula.OnePerOffice));
        if (members) office.Chosen ??= office.Of!.Chosen;
        if (office.Of is not null) office.Term ??= office.Of.Term;
        var construct = office.By.Clause;
        var about = $"office {office}";
        office.Chosen ??= slots.Absent<Choosing>(construct, "chosen", m => read.Terms.Choosing(m, construct), about);
        office.Term ??= slots.Absent<Term>(construct, "term", read.Terms.Term, about);
        if (office.Vacancy is not null)
            office.VacancyForFullTerm ??= slots.WhenMet<bool>(construct, "vacancy-for", TermBinder.VacancyForFullTerm, about, TermBinder.VacancyWays);
        if (office.GuidedBy is not null && office.AnswersTo.Count > 0)
            office.IfTheyDiffer ??= slots.Absent<IfTheyDiffer>(construct, "if-differ", OfficeReader, about);
    }

    private Bound<IfTheyDiffer> OfficeReader(Match match) =>
        new OfficeBinder(context, read.Amounts, read.Parties, slots, read.Terms).IfDiffer(match);

    private void Procedure(Procedure procedure)
    {
        if (procedure.Opened.Count == 0)
            procedure.Opened.Add(slots.Absent<Opening>(procedure.By.Clause, "opened", m => read.Procedures.Opening(procedure, m), $"procedure {procedure}"));
        procedure.LapsesWithTerm ??= slots.WhenMet<bool>(procedure.By.Clause, "term-ends", ProcedureBinder.Lapses, $"procedure {procedure}", ProcedureBinder.TermWays);
        procedure.PendingByOld ??= read.Procedures.PendingByOld
            ?? slots.WhenMet<bool>(procedure.By.Clause, "pending", ProcedureBinder.ByOld, $"procedure {procedure}", ProcedureBinder.PendingWays);
        foreach (var stage in procedure.Stages)
        {
            var about = $"stage {stage} of {procedure}";
            stage.RescindingAllowed ??= slots.WhenMet<bool>(stage.By.Clause, "rescinding", ProcedureBinder.Rescinding, about, ProcedureBinder.RescindingWays);
            stage.CountedWhenPut ??= slots.WhenMet<bool>(stage.By.Clause, "base-day", ProcedureBinder.WhenPut, about, ProcedureBinder.BaseDays);
            stage.AnsweringAgain ??= slots.WhenMet<AnsweringAgain>(stage.By.Clause, "answering-again", ProcedureBinder.Again, about, ProcedureBinder.AgainWays);
            stage.AmendedMeanwhile ??= slots.WhenMet<bool>(stage.By.Clause, "amended-meanwhile", ProcedureBinder.Falls, about, ProcedureBinder.MeanwhileWays);
            if (OnlyWaits(stage)) continue;
            stage.Before ??= slots.Absent<Hearing>(stage.By.Clause, "before", read.Procedures.Hearing, about);
            if (stage.Exits.Exists(e => e.On is not (StageOutcome.Rejection or StageOutcome.SecondRejection or StageOutcome.NoDecision or StageOutcome.Tie or StageOutcome.NoAgreement))) continue;
            var way = slots.Absent<Way>(stage.By.Clause, "on-approval", m => read.Procedures.Way(procedure, m.Sub("way")), about);
            stage.Exits.Add(new Exit(StageOutcome.Approval, null, way, stage.By));
        }
    }

    // A stage with a time and nobody who answers waits: for its time, or for those whom its lines name.
    private static bool OnlyWaits(Stage stage) =>
        stage is { Before: null, Within: not null }
        && stage.Exits.Exists(e => e.On is StageOutcome.NoDecision or StageOutcome.Otherwise)
        && stage.Exits.TrueForAll(e => e.By is not null || e.On is StageOutcome.NoDecision or StageOutcome.Otherwise);

    // Who has the rest, and what an act outside is, need to be said once for the whole charter.
    private void Competences()
    {
        var rest = Edition.Competences.Find(c => c.TheRest is not null)?.TheRest;
        var outside = Edition.Competences.Find(c => c.ActingOutside is not null)?.ActingOutside;
        foreach (var competence in Edition.Competences)
        {
            var construct = competence.By.Clause;
            var about = $"competence of {competence.Of?.Words ?? "the federation"}";
            competence.Held ??= slots.Absent<HeldHow>(construct, "held", LawBinder.Held, about);
            competence.TheRest ??= rest ??= slots.Absent<Who?>(construct, "the-rest", read.Law.TheRest, about);
            competence.ActingOutside ??= outside ??= slots.Absent<RemedyEffect?>(construct, "acting-outside", read.Law.ActingOutside, about);
        }
    }

    private void Instrument(InstrumentKind instrument)
    {
        var construct = instrument.By.Clause;
        var about = $"instrument {instrument}";
        instrument.IssuedBy ??= slots.Absent<Who>(construct, "instrument-by", m => Bound.OrNone(read.Parties.Who(m.Sub("who"))), about);
        instrument.Binds ??= slots.Absent<Who?>(construct, "binds", read.Law.Binds, about);
        instrument.InForce ??= slots.Absent<EntryIntoForce>(construct, "in-force", read.Law.InForce, about);
    }

    private void Remedy(Remedy remedy)
    {
        var construct = remedy.By.Clause;
        var about = $"remedy {remedy}";
        if (remedy.UsedBy.Count == 0 && remedy.Procedures.Count == 0) remedy.UsedBy.Add(slots.Absent<Who>(construct, "remedy-by", read.Remedies.UsedBy, about));
        if (remedy.Against.Count == 0) remedy.Against.Add(slots.Absent<Against>(construct, "against", read.Remedies.Against, about));
        remedy.Effect ??= slots.Absent<RemedyEffect>(construct, "effect", read.Remedies.Effect, about);
    }

    private void Duty(Duty duty)
    {
        var construct = duty.By.Clause;
        var about = $"duty {duty}";
        if (duty is { Owner: null or Foedus.Charter.Model.Body or Foedus.Charter.Model.Office, Within: { IsSaid: true, Said.From: null } within })
            context.Report(Diagnostic.At(within.By.Clause.Location, BindingDiagnostics.DutyWithoutEvent, duty.Name));
        duty.To ??= slots.Absent<DutyTask>(construct, "duty-to", read.Remedies.Task, about);
        duty.Within ??= slots.Absent<DutyTime>(construct, "duty-within", read.Remedies.Time, about);
        duty.IfMissed ??= slots.Absent<DutyMissed>(construct, "if-missed", read.Remedies.Missed, about);
    }

    private void Change(Change change)
    {
        var construct = change.By.Clause;
        var about = $"{change.What} of {change.Of}";
        if (change.DoneBy.Count == 0) change.DoneBy.Add(slots.Absent<ChangeBy>(construct, "remedy-by", read.Changes.By, about));
        change.TakesEffect ??= slots.Absent<ChangeTime>(construct, "takes-effect", read.Changes.TakesEffect, about, ChangeBinder.TakesEffectWays);
        change.Withdrawn ??= slots.WhenMet<bool>(construct, "notice-withdrawn", ChangeBinder.Withdrawn, about, ChangeBinder.WithdrawnWays);
        var own = change.Fates.GetValueOrDefault(FateOf.EverythingElse);
        var everywhere = changes.Everywhere;
        Slot<string>? open = null;
        foreach (var subject in Enum.GetValues<FateOf>())
        {
            if (change.Fates.ContainsKey(subject)) continue;
            var fate = own ?? everywhere.GetValueOrDefault(subject) ?? everywhere.GetValueOrDefault(FateOf.EverythingElse);
            if (fate is null && subject == FateOf.EverythingElse) continue;
            change.Fates[subject] = fate ?? (open ??= slots.Absent<string>(construct, "fate-else", ChangeBinder.Fate, about));
        }
    }

    private void Budget(Budget budget)
    {
        var construct = budget.By.Clause;
        var about = $"budget of {budget.Of?.Words ?? "the federation"}";
        budget.FixedBy ??= slots.Absent<Who>(construct, "fixed", read.Budgets.FixedBy, about);
        budget.Year ??= slots.Absent<BudgetYear>(construct, "year", read.Budgets.Year, about);
        budget.IfNone ??= slots.Absent<string>(construct, "if-none", BudgetBinder.IfNone, about);
    }

    private void Units()
    {
        var rules = Edition.UnitRules;
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].SpeaksThrough is not null) continue;
            rules[i] = rules[i] with { SpeaksThrough = slots.Absent<Who>(rules[i].By.Clause, "speaks", read.Units.Speaks, $"unit {rules[i].Kind}") };
        }
    }

    // Days are counted only where something has a time limit.
    private void Time(IReadOnlyList<ClauseSyntax> clauses)
    {
        if (!clauses.Any(c => c.Form?.Id is "within" or "extended" or "notice" || (c.Is("duty-within") && c.Match?.Is("span") == true))) return;
        var construct = clauses.FirstOrDefault(c => c.Is("time")) ?? charter;
        Edition.Time.Zone ??= slots.Absent<string>(construct, "zone", read.Units.Zone, "time");
        Edition.Time.FirstDayCounts ??= slots.Absent<bool>(construct, "first-day", UnitBinder.FirstDay, "time", UnitBinder.Choices);
        if (!clauses.Any(c => c.Is("notice")) || Edition.Time.FirstDayCounts.Fillers.All(counted => counted)) return;
        Edition.Time.EventDayCounts ??= slots.WhenMet<bool>(construct, "event-day", UnitBinder.FirstDay, "time", UnitBinder.Choices);
    }
}
