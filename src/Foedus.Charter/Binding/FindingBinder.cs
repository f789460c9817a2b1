using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Gathers the clauses of an edition that ask for a finding, each with those who may be meant to make it.</summary>
internal sealed class FindingBinder(BindingContext context, SlotBinder slots)
{
    private static readonly ImmutableArray<string> ActsOrHears = ["by who acts on it", "by who hears it"];

    private static readonly ImmutableArray<string> ActsOrAnybody = ["by who acts on it", "by anybody with a place"];

    private Slot<Finder>? everywhere;

    private CharterEdition Edition => context.Edition;

    /// <summary>A clause that says it for the whole charter.</summary>
    public void Fill(ClauseSyntax clause) =>
        everywhere = slots.Fill(Edition, clause, everywhere, MadeBy, [.. ActsOrHears, ActsOrAnybody[1]]);

    private static Bound<Finder> MadeBy(Match match) => match.Flag("how") switch
    {
        "who acts on it" => Finder.WhoActs,
        "who hears it" => Finder.WhoHears,
        _ => Finder.Anybody,
    };

    /// <summary>Gathers them, once everything is bound.</summary>
    public void Find()
    {
        foreach (var procedure in Edition.Procedures)
        {
            foreach (var slot in procedure.Opened)
                Add(slot.Fillers.Select(o => o.When), slot.Fillers.Select(o => o.By), [], slot.By);
            foreach (var stage in procedure.Stages)
            {
                var hearing = (stage.Before?.Fillers ?? []).Select(h => h.Before).ToList();
                foreach (var slot in stage.OnlyAfter)
                    Add(slot.Fillers, hearing, [], slot.By);
                foreach (var exit in stage.Exits)
                    Add(exit.Way.Fillers.Select(w => w.When), exit.By is { } by ? [by] : hearing, exit.By is null ? [] : hearing, exit.Provision);
            }
        }

        foreach (var remedy in Edition.Remedies.Concat(Edition.Changes.SelectMany(c => c.Remedies)).Distinct())
        {
            foreach (var slot in remedy.OnlyIf)
                Add(slot.Fillers, remedy.UsedBy.SelectMany(u => u.Fillers), remedy.To?.Fillers ?? [], slot.By);
        }

        foreach (var change in Edition.Changes)
        {
            foreach (var slot in change.OnlyIf)
                Add(slot.Fillers, Applicants(change), Deciders(change), slot.By);
        }

        var admissions = Edition.Changes.FindAll(c => c.What == "admission");
        foreach (var rules in Edition.UnitRules)
        {
            foreach (var slot in rules.Eligible)
                Add(slot.Fillers, admissions.SelectMany(Applicants).Where(IsNoApplicant), admissions.SelectMany(Deciders), slot.By);
        }

        foreach (var rule in Edition.Rules)
        {
            var voters = Voters(rule.EveryBody || rule.In.Count == 0 ? Edition.Bodies : rule.In);
            foreach (var instead in rule.InsteadOf)
                Add([instead.When], voters, null, instead.By);
            foreach (var none in rule.NoVotes)
                Add([none.When], voters, null, none.By);
        }

        foreach (var none in Edition.NoVotes)
            Add([none.When], Voters(Edition.Bodies), null, none.By);
        foreach (var protection in Edition.Protections)
            Add([protection.Unless], Voters(Edition.Bodies), null, protection.By);
    }

    /// <summary>Who makes a change alone, gives notice of it, or opens the procedure that leads to it.</summary>
    private static IEnumerable<Who> Applicants(Change change) =>
        change.DoneBy.SelectMany(s => s.Fillers).SelectMany(by => by.Procedure is { } procedure
            ? procedure.Opened.SelectMany(o => o.Fillers).Select(o => o.By)
            : new[] { by.Who, by.Notice }.OfType<Who>());

    // Nobody finds of itself that it may be admitted.
    private static bool IsNoApplicant(Who who) => who.Parties.All(p => p.Kind != PartyKind.Applicant);

    private static IEnumerable<Who> Deciders(Change change) =>
        change.DoneBy.SelectMany(s => s.Fillers).SelectMany(by => by.Procedure?.Stages ?? []).SelectMany(s => s.Before?.Fillers ?? []).Select(h => h.Before);

    private static List<Who> Voters(IEnumerable<Body> bodies) =>
        [.. bodies.Where(b => (b.ChamberOf ?? b).EachOf is null).Select(b => new Who(false, [new Party(PartyKind.Body, b.Name, Which.Any) { Body = b, Words = b.Name }]) { Words = b.Name })];

    // Hearers are null where nobody in particular acts on the clause, so that anybody may be meant.
    private void Add(IEnumerable<Condition?> conditions, IEnumerable<Who> users, IEnumerable<Who>? hearers, Provision by)
    {
        foreach (var test in conditions.OfType<Condition>().SelectMany(c => c.Tests).OfType<FactTest.Finding>())
        {
            var use = new FindingUse(test, [.. users], [.. hearers ?? []], by);
            if (test.By is null)
                use = use with { MadeBy = everywhere ?? Unsaid(use, hearers is null) };
            Edition.FindingUses.Add(use);
        }
    }

    private Slot<Finder>? Unsaid(FindingUse use, bool anybody)
    {
        if (use.Users.IsEmpty || (use.Hearers.IsEmpty && !anybody))
            return null;
        return slots.WhenMet<Finder>(use.By.Clause, "findings", MadeBy, $"finding of {use.By.Citation}", anybody ? ActsOrAnybody : ActsOrHears);
    }
}
