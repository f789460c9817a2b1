using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;

namespace Foedus.Engine.Law;

/// <summary>
/// A legal act is repealed, by who made it, its successor or who acts for it: it is no longer in force from the day, and nothing that it had
/// replaced comes back.
/// </summary>
internal static class Repeals
{
    /// <summary>Writes the repeal, if there is something to repeal.</summary>
    /// <param name="j">The act, or the end of a time.</param>
    /// <param name="target">What is repealed.</param>
    /// <param name="by">By which provision.</param>
    /// <param name="product">The source of the repeal where a procedure ends in it, so that it can fall by itself.</param>
    public static void Write(Judgement j, int target, Provision? by, Product? product = null)
    {
        var stands = LegalActs.TrySource(j, target, out var source) && j.View.StandingOf(source) is not (SourceStanding.Void or SourceStanding.Ended);
        if (!stands || j.View.Look(Relations.Repealed, target).Holds)
            j.Refuse(by, stands || source == 0 ? GroundKind.NotInForce : GroundKind.WasAnnulled, j.Roll.NameOf(target));
        if (by is not null)
            Omissions.TakenBack(j, target, by);
        if (product is { } made)
        {
            made.End(Relations.InForce, target);
            made.Write(Relations.Repealed, target, 1);
            return;
        }

        j.End(Relations.InForce, target);
        j.Write(Relations.Repealed, target, 1);
    }

    /// <summary>Whether those who act made an act, succeed who made it, or act for them.</summary>
    public static Truth ByMaker(Judgement j, int target, InstrumentKind kind)
    {
        if (!j.View.TryValue(Relations.Maker, target, out var maker))
            return j.Note(Truth.Open, kind.By, GroundKind.NotItsMaker, j.Roll.NameOf(target), "nobody on record");
        var all = Truth.Yes;
        foreach (var doer in j.Act.By)
            all = all.And(IsOrSucceeds(j, doer, (int)maker).Or(TruthOf.From(IsInItsName(j, doer, (int)maker, kind.IssuedBy))));
        if (all != Truth.Yes)
            j.Note(all, kind.By, GroundKind.NotItsMaker, j.Roll.NameOf(target), new object?[] { j.Roll.NameOf((int)maker), j.ActorName }, new Need("an act of " + j.Roll.NameOf((int)maker), j.Roll.NameOf((int)maker)));
        return all;
    }

    /// <summary>
    /// Whether what one body did was done in the name of another: it acts for the other between its sessions, and the power is given to the
    /// other and not to itself.
    /// </summary>
    public static bool IsInItsName(Inquiry q, int principal, int deputy, Slot<Who>? power) =>
        power is { IsSaid: true, Said.Parties: var parties } && q.BodyOf(principal) is { } body && q.BodyOf(deputy) is { } acted && Inquiry.IsDeputy(acted, body)
        && parties.Any(p => p.Body == body.Body) && !parties.Any(p => p.Body == acted.Body);

    /// <summary>Whether somebody is somebody else, acts for it, or has taken its place.</summary>
    public static Truth IsOrSucceeds(Judgement j, int doer, int maker)
    {
        if (doer == maker)
            return Truth.Yes;
        var (own, other) = (j.UnitOf(doer), j.UnitOf(maker));
        if (j.Book.BodyOf(maker) is { } body)
        {
            if (own == other && j.Is(doer, new Party(PartyKind.Body, body.Name, Which.Plain) { Body = body }) == Truth.Yes)
                return Truth.Yes;
        }
        else if (own >= 0 && own == other)
        {
            // The unit itself, or the organ through which it speaks.
            return j.Is(doer, new Party(PartyKind.NamedUnit, j.Roll[other].Name, Which.Plain));
        }

        return TruthOf.From(own >= 0 && other >= 0 && own != other && Fates.Successors(j, other).Contains(own));
    }
}
