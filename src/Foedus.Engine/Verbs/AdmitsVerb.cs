using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A unit is admitted, merged, transferred, tied otherwise or raised to another kind, by whom the charter lets change it.</summary>
internal sealed class AdmitsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var (what, task) = j.Act.Verb switch
        {
            Verb.Admits => ("admission", "admit a unit"),
            Verb.Merges => ("merger", "merge units"),
            Verb.Transfers => ("boundary", "transfer a unit"),
            Verb.Links => ("standing", "change how a unit is tied to the federation"),
            _ => ("standing", "raise a unit to another kind"),
        };
        var change = MembershipChange.Of(j, what, j.Act.Object, joining: j.Act.Verb == Verb.Admits) ?? (what is "boundary" ? MembershipChange.Of(j, "transfer", j.Act.Object) : null);
        if (change is null)
        {
            j.NoProvision(task);
            return;
        }

        var kind = j.Book.Kind(j.Act.Sort) ?? change.Of.Parties.Select(p => p.UnitKind).FirstOrDefault(k => k is not null);
        if (j.Act.Verb == Verb.Admits && kind is not null && j.View.Holds(Relations.OfKind, j.Roll.Word(kind.Name), j.Act.Object))
            j.Refuse(change.By, GroundKind.IsMember, j.ObjectName);
        j.Try(change.DoneBy, slot => By(j, slot));
        if (j.Act.Verb == Verb.Admits && kind is not null)
            Eligible(j, kind);
        foreach (var only in change.OnlyIf)
        {
            if (j.Ask(only, out var condition))
                j.Holds(condition, j.Act.Object, only.By);
        }

        if (GivesNoticeVerb.Day(j, change) is not { } day)
            return;
        Apply(j, change, day);
        MembershipChange.Fates(j, change);
    }

    /// <summary>What a unit of the kind has to be.</summary>
    internal static void Eligible(Judgement j, UnitKind kind)
    {
        foreach (var slot in j.Book.Edition.UnitRules.Where(r => r.Kind == kind).SelectMany(r => r.Eligible))
        {
            if (j.Ask(slot, out var condition))
                j.Holds(condition, j.Act.Object >= 0 ? j.Act.Object : j.Actor, slot.By);
        }
    }

    private static void By(Judgement j, Slot<ChangeBy> slot)
    {
        if (!j.Ask(slot, out var by))
            return;
        if ((by.Who ?? by.Notice) is { } who)
        {
            j.MayAct(who, slot.By);
            return;
        }

        // By a procedure: whoever answers at its last stage has done it once the matter has ended well.
        var last = by.Procedure?.Stages.LastOrDefault();
        if (last?.Before is { } before && j.Ask(before, out var hearing))
            j.MayAct(hearing.Before, slot.By);
        else
            j.Refuse(slot.By, GroundKind.NoPower, "the procedure " + by.Procedure?.Name, j.ActorName);
    }

    private static void Apply(Judgement j, Change change, Day day)
    {
        switch (j.Act.Verb)
        {
            case Verb.Admits:
                var kind = j.Book.Kind(j.Act.Sort) ?? change.Of.Parties.Select(p => p.UnitKind).FirstOrDefault(k => k is not null);
                MembershipChange.Admit(j, j.Act.Object, kind, day);
                break;
            case Verb.Merges:
                foreach (var unit in j.Act.Things)
                {
                    MembershipChange.Leave(j, unit, day);
                    j.Link(Relations.Successor, unit, j.Act.Object, 1, day);
                }

                var of = j.Act.Things.IsEmpty ? null : j.Book.Kind(KindOf(j, j.Act.Things[0]));
                MembershipChange.Admit(j, j.Act.Object, of, day);
                break;
            case Verb.Transfers:
                j.Write(Relations.Within, j.Act.Object, j.Act.Other, day);
                break;
            case Verb.Links:
                j.Write(Relations.Member, j.Act.Object, j.Roll.Word(j.Act.Sort ?? ""), day);
                break;
            default:
                MembershipChange.Admit(j, j.Act.Object, j.Book.Kind(j.Act.Sort), day);
                break;
        }
    }

    private static string? KindOf(Judgement j, int unit) => j.View.TryValue(Relations.Kind, unit, out var kind) ? j.Roll.WordOf(kind) : null;
}
