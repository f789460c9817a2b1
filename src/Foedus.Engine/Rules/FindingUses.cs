using System.Collections.Immutable;
using Foedus.Charter.Model;

namespace Foedus.Engine.Rules;

/// <summary>A clause that asks for a finding.</summary>
/// <param name="Finding">The finding, with who makes it where the clause says so.</param>
/// <param name="Users">Who uses the clause, and before whom it is brought: they find where it does not say who does.</param>
/// <param name="By">Where it is said.</param>
internal sealed record FindingUse(FactTest.Finding Finding, ImmutableArray<Who> Users, Provision By);

/// <summary>Looks up which clauses of an edition ask for a finding.</summary>
internal static class FindingUses
{
    /// <summary>The clauses that ask for a finding of certain words.</summary>
    public static IReadOnlyList<FindingUse> Of(Rulebook book, string text) => book.FindingUses.GetValueOrDefault(text) ?? [];

    /// <summary>Every clause of an edition that asks for a finding, by the words of it.</summary>
    internal static Dictionary<string, List<FindingUse>> All(Rulebook book)
    {
        var found = new Dictionary<string, List<FindingUse>>(StringComparer.Ordinal);
        var edition = book.Edition;
        foreach (var procedure in edition.Procedures)
        {
            foreach (var slot in procedure.Opened)
                Add(slot.Fillers.Select(o => o.When), slot.Fillers.Select(o => o.By), slot.By);
            foreach (var stage in procedure.Stages)
            {
                var hearing = (stage.Before?.Fillers ?? []).Select(h => h.Before).ToList();
                foreach (var slot in stage.OnlyAfter)
                    Add(slot.Fillers, hearing, slot.By);
                foreach (var exit in stage.Exits)
                    Add(exit.Way.Fillers.Select(w => w.When), hearing.Concat(exit.By is { } by ? [by] : []), exit.Provision);
            }
        }

        foreach (var remedy in book.Remedies)
        {
            foreach (var slot in remedy.OnlyIf)
                Add(slot.Fillers, remedy.UsedBy.SelectMany(u => u.Fillers).Concat(remedy.To?.Fillers ?? []), slot.By);
        }

        foreach (var change in edition.Changes)
        {
            foreach (var slot in change.OnlyIf)
                Add(slot.Fillers, Makers(change), slot.By);
        }

        foreach (var rules in edition.UnitRules)
        {
            foreach (var slot in rules.Eligible)
                Add(slot.Fillers, edition.Changes.Where(c => c.What == "admission").SelectMany(Makers), slot.By);
        }

        foreach (var rule in edition.Rules)
        {
            foreach (var instead in rule.InsteadOf)
                Add([instead.When], [], instead.By);
            foreach (var none in rule.NoVotes)
                Add([none.When], [], none.By);
        }

        foreach (var none in edition.NoVotes)
            Add([none.When], [], none.By);
        foreach (var protection in edition.Protections)
            Add([protection.Unless], [], protection.By);
        return found;

        void Add(IEnumerable<Condition?> conditions, IEnumerable<Who> users, Provision by)
        {
            foreach (var test in conditions.OfType<Condition>().SelectMany(c => c.Tests).OfType<FactTest.Finding>())
            {
                if (!found.TryGetValue(test.Text, out var uses))
                    found.Add(test.Text, uses = []);
                uses.Add(new FindingUse(test, [.. users], by));
            }
        }
    }

    /// <summary>Who makes a change: by its clause, or through every stage of the procedure that leads to it.</summary>
    private static IEnumerable<Who> Makers(Change change) =>
        change.DoneBy.SelectMany(s => s.Fillers).SelectMany(by => by.Procedure is { } procedure
            ? procedure.Stages.SelectMany(s => s.Before?.Fillers ?? []).Select(h => h.Before).Concat(procedure.Opened.SelectMany(o => o.Fillers).Select(o => o.By))
            : new[] { by.Who, by.Notice }.OfType<Who>());
}
