using Foedus.Charter.Model;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <content>Who may do an act, and the competence within which it is done.</content>
public sealed partial class Judgement
{
    /// <summary>Whether those who act are those to whom a provision gives the power.</summary>
    public Truth MayAct(Slot<Who> slot) =>
        Ask(slot, out var who) ? MayAct(who, slot.By) : Truth.Open;

    public Truth MayAct(Who who, Provision by)
    {
        var met = Are(Act.By, who);
        return met switch
        {
            Truth.Yes => Note(met, by, GroundKind.Power, ActorName),
            Truth.No => Note(met, by, GroundKind.NoPower, who.Words, ActorName, new Need(who.Words, who.Words)),
            _ => Note(met, by, GroundKind.PowerOpen, who.Words, ActorName, new Need("whether " + ActorName + " is " + who.Words)),
        };
    }

    /// <summary>No provision gives the power: what is not granted is refused.</summary>
    public void NoProvision(string task) => Refuse(null, GroundKind.NoProvision, ActorName, task);

    /// <summary>
    /// Whether what is done about a matter lies within the competence of the federation or of the unit for which the doer acts. A matter that
    /// no provision lists, and that "the rest" does not give to anybody, bars nothing: no limit, no bar.
    /// </summary>
    public void WithinCompetence(string? topic)
    {
        if (topic is null)
            return;
        var unit = UnitOf(Actor);
        Competence? rest = null;
        foreach (var competence in Book.Edition.Competences)
        {
            var matter = competence.Matters.Find(m => string.Equals(m.Name, topic, StringComparison.Ordinal));
            if (matter is null)
            {
                rest ??= competence.TheRest is null ? null : competence;
                continue;
            }

            Within(competence, matter, unit);
            return;
        }

        if (rest is { TheRest: { } slot } && Ask(slot, out var owner))
        {
            var mine = owner is null ? unit < 0 : unit >= 0 && OwnedBy(owner, unit);
            if (mine)
                Cite(slot.By, GroundKind.Competent, topic, owner?.Words ?? "the federation");
            else
                Outside(rest, slot.By, topic, owner?.Words ?? "the federation");
        }
    }

    private void Within(Competence competence, Matter matter, int unit)
    {
        var owner = competence.Of?.Words ?? "the federation";
        var mine = competence.Of is null ? unit < 0 : unit >= 0 && OwnedBy(competence.Of, unit);
        if (mine)
        {
            Cite(matter.By, GroundKind.Competent, matter.Name, owner);
            return;
        }

        if (matter.PrinciplesOnly || competence.Held is null || !Ask(competence.Held, out var held))
            return;
        if (held == HeldHow.Alone)
            Outside(competence, matter.By, matter.Name, owner);
        else
            Cite(matter.By, GroundKind.Competent, matter.Name, owner);
    }

    private bool OwnedBy(Who owner, int unit)
    {
        foreach (var party in owner.Parties)
        {
            if (IsUnit(unit, party.Kind is PartyKind.Unit or PartyKind.NamedUnit ? party : party.Of) == Truth.Yes)
                return true;
        }

        return false;
    }

    private void Outside(Competence competence, Provision by, string topic, string owner)
    {
        if (competence.ActingOutside is not { } slot)
        {
            // A limit without a stated consequence still is a limit.
            Refuse(by, GroundKind.OutsideCompetence, topic, new object?[] { ActorName, owner });
            return;
        }

        if (!Ask(slot, out var effect))
            return;
        if (effect is null)
            Cite(slot.By, GroundKind.OutsideStands);
        else
            Refuse(by, GroundKind.OutsideCompetence, topic, new object?[] { ActorName, owner });
    }
}
