using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>A power that is given to a body alone, and a clause that lets another act for that body.</summary>
internal sealed class ExclusivePowersCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var body in edition.Edition.Bodies)
            foreach (var acting in body.ActsFor)
                foreach (var (who, by) in Alone(edition.Edition))
                    if (who.Parties.Any(p => ReferenceEquals(p.Body, acting.For)) && !who.Parties.Any(p => ReferenceEquals(p.Body, body)))
                        Meet(body, acting, by, problems);
    }

    private static void Meet(Body body, ActingFor acting, Provision by, DiagnosticBag problems)
    {
        var powers = acting.ExclusivePowers;
        if (powers.IsSaid && !powers.Said) return;
        var problem = powers.IsSaid
            ? Diagnostic.At(powers.By.Clause.Location, CheckDiagnostics.PowerAndExclusion, acting.By.Citation, acting.For.ToString(), by.Citation)
            : Diagnostic.At(by.Clause.Location, CheckDiagnostics.ExclusionIsOpen, body.ToString(), acting.For.ToString(), by.Citation);
        problems.Add(powers.IsSaid ? problem.Also(by.Clause.Location, "alone") : problem.Also(acting.By.Clause.Location, "acts for it"));
    }

    private static IEnumerable<(Who Who, Provision By)> Alone(CharterEdition edition)
    {
        foreach (var procedure in edition.Procedures)
        {
            foreach (var opened in procedure.Opened)
                foreach (var filler in opened.Fillers.Where(f => f.By.Alone).Take(1))
                    yield return (filler.By, opened.By);
            foreach (var stage in procedure.Stages)
                if (stage.Before is { } before)
                    foreach (var filler in before.Fillers.Where(f => f.Before.Alone).Take(1))
                        yield return (filler.Before, before.By);
        }
        foreach (var remedy in edition.Remedies)
            foreach (var used in remedy.UsedBy)
                foreach (var filler in used.Fillers.Where(f => f.Alone).Take(1))
                    yield return (filler, used.By);
        foreach (var instrument in edition.Instruments)
            if (instrument.IssuedBy is { } issued)
                foreach (var filler in issued.Fillers.Where(f => f.Alone).Take(1))
                    yield return (filler, issued.By);
        foreach (var change in edition.Changes)
            foreach (var done in change.DoneBy)
                foreach (var filler in done.Fillers.Select(f => f.Who ?? f.Notice).OfType<Who>().Where(w => w.Alone).Take(1))
                    yield return (filler, done.By);
    }
}
