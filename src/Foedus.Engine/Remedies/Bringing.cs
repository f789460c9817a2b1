using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Remedies;

/// <summary>A remedy is brought, by somebody's appeal or by the procedure that it follows.</summary>
internal static class Bringing
{
    /// <summary>It is pending from now on; meanwhile the act stands or is suspended.</summary>
    public static void Write(Judgement j, Remedy remedy, int thing)
    {
        var brought = Attack.Case(j, remedy, thing);
        if (!Attack.IsPending(j, remedy, thing))
        {
            foreach (var earlier in j.View.Objects(Relations.BroughtBy, brought))
                j.Unlink(Relations.BroughtBy, brought, earlier.Thing);
        }

        j.Link(Relations.Attacked, thing, brought);
        foreach (var doer in j.Act.By)
            j.Link(Relations.BroughtBy, brought, doer);
        if (remedy.Meanwhile is not { } slot || !j.AskLimit(slot, out var meanwhile))
            return;
        j.Cite(slot.By, meanwhile.InForce ? GroundKind.Stands : GroundKind.SuspendedMeanwhile, j.Roll.NameOf(thing));
        if (!meanwhile.InForce)
            j.Link(Relations.SuspendedPending, thing, brought);
    }

    /// <summary>A matter that is directed against an act opens the procedure that a remedy follows.</summary>
    public static void ByProcedure(Judgement j, Procedure procedure, int target)
    {
        if (target >= 0)
            Against(j, procedure, target);
    }

    private static void Against(Judgement j, Procedure procedure, int target)
    {
        var follow = new List<Remedy>();
        foreach (var remedy in j.Book.Remedies)
        {
            if (remedy.Procedures.Exists(p => p.Procedure == procedure))
                follow.Add(remedy);
        }

        if (follow.Count == 0)
            return;
        var lying = follow.FindAll(r => Attack.LiesAgainst(j, r, target));
        j.Try(lying.Count > 0 ? lying : follow, remedy =>
        {
            if (!Attack.Lies(j, remedy, target))
                return;
            Attack.Conditions(j, remedy, target);
            Write(j, remedy, target);
            RemedyUse.Duties(j, remedy);
        });
    }
}
