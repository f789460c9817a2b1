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
    /// <param name="anchor">What the clause talks of, where that is not what the act is about.</param>
    public Truth MayAct(Who who, Provision by, bool shares = false, Engine.Parties.Anchor? anchor = null)
    {
        var gathering = Parties.Meets(who, anchor ?? Anchor, Supporters, shares);
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

    /// <summary>Like <see cref="MayAct(Who, Provision, bool, Engine.Parties.Anchor?)"/>, with sentences of its own for who may and who may not.</summary>
    public Truth MayDo(Who who, Provision by, GroundKind may, GroundKind mayNot, object? first, object? second, string needed, bool shares = false)
    {
        var gathering = Together(who, shares);
        var plain = gathering.WrongSort is null && gathering.Counted.Least == 0;
        if (gathering.Met == Truth.Yes && gathering.Strangers.IsEmpty && gathering.WrongSort is null)
        {
            Cite(by, may, first, second);
        }
        else if (gathering.Met != Truth.Open && (plain || !gathering.Strangers.IsEmpty))
        {
            Refuse(by, mayNot, first, second, new Need(needed, who.Words));
            NameSuspended();
        }
        else
        {
            return MayAct(who, by, shares);
        }

        return gathering.Strangers.IsEmpty ? gathering.Met : Truth.No;
    }

    /// <summary>No provision gives the power: what is not granted is refused.</summary>
    public void NoProvision(string task) => Refuse(null, GroundKind.NoProvision, ActorName, task);
}
