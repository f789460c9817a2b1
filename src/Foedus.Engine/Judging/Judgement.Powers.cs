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

    /// <summary>
    /// Whether those who act are together those to whom a provision gives the power; noted as a reason for or against, with who counts and
    /// who is missing.
    /// </summary>
    /// <param name="who">To whom the power is given.</param>
    /// <param name="by">Where it is said.</param>
    /// <param name="shares">True where "each" has a share of its own, so that one of them acts for its own.</param>
    public Truth MayAct(Who who, Provision by, bool shares = false)
    {
        var gathering = Together(who, shares);
        if (Refused(gathering, who, by))
            return Truth.No;
        switch (gathering.Met)
        {
            case Truth.Yes:
                Cite(by, GroundKind.Power, ActorName);
                break;
            case Truth.No:
                Refuse(by, GroundKind.PowerShort, who.Words, new object?[] { SupportedBy, gathering.Missing }, new Need(gathering.Missing, who.Words));
                break;
            default:
                Open(gathering, who, by);
                break;
        }

        return gathering.Met;
    }

    /// <summary>Like <see cref="MayAct(Who, Provision, bool)"/>, with sentences of its own for who may and who may not.</summary>
    public Truth MayDo(Who who, Provision by, GroundKind may, GroundKind mayNot, object? first, object? second, string needed, bool shares = false)
    {
        var gathering = Together(who, shares);
        var plain = gathering.WrongSort is null && gathering.Counted.Least == 0;
        if (gathering.Met == Truth.Yes && gathering.Strangers.IsEmpty && gathering.WrongSort is null)
            Cite(by, may, first, second);
        else if (gathering.Met != Truth.Open && (plain || !gathering.Strangers.IsEmpty))
            Refuse(by, mayNot, first, second, new Need(needed, who.Words));
        else
            return MayAct(who, by, shares);
        return gathering.Strangers.IsEmpty ? gathering.Met : Truth.No;
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
