using Foedus.Charter.Model;
using Foedus.Engine.Parties;

namespace Foedus.Engine.Judging;

/// <content>Whether those who act are who a provision asks for, all in one act or together with those who acted before.</content>
public sealed partial class Judgement
{
    private Supporter[]? _supporters;

    /// <summary>Everybody who supports the act: who does it, and its seconders.</summary>
    public ReadOnlySpan<Supporter> Supporters
    {
        get
        {
            if (_supporters is null)
            {
                var seconded = Act.Seconders is not null && Act.Count > 0;
                _supporters = new Supporter[Act.By.Length + (seconded ? 1 : 0)];
                for (var i = 0; i < Act.By.Length; i++)
                    _supporters[i] = new Supporter(Act.By[i]);
                if (seconded)
                    _supporters[^1] = new Supporter(-1, Act.Count, Act.Seconders);
            }

            return _supporters;
        }
    }

    /// <summary>Whether those who act, with their seconders, are together what a provision asks for.</summary>
    public Gathering Together(Who who, bool shares = false) => Parties.Meets(who, Anchor, Supporters, shares);

    /// <summary>
    /// Whether those who act, with those who supported it before, are what a provision asks for. Earlier supporters that the present act names
    /// again are counted once; numbers of a named doer are those of its latest act.
    /// </summary>
    public Gathering Gathered(Who who, IReadOnlyList<Supporter> earlier)
    {
        var all = new List<Supporter>(earlier.Count + Supporters.Length);
        all.AddRange(earlier);
        foreach (var supporter in Supporters)
            all.Add(supporter);
        return Parties.Meets(who, Anchor, all.ToArray());
    }

    /// <summary>
    /// Whether those who act, with their seconders, are as many as a demand takes; noted as a reason for or against. Too few, and a stranger
    /// among them, are refused.
    /// </summary>
    /// <param name="who">Whose demand it takes.</param>
    /// <param name="by">Where it is said.</param>
    /// <param name="what">What is demanded, for the message.</param>
    /// <param name="anchor">What the clause talks of, where that is not what the act is about.</param>
    public Truth Gather(Who who, Provision by, string what, Anchor? anchor = null)
    {
        var gathering = Parties.Meets(who, anchor ?? Anchor, Supporters);
        if (Refused(gathering, who, by))
            return Truth.No;
        switch (gathering.Met)
        {
            case Truth.Yes:
                Cite(by, GroundKind.Demanded, what, SupportedBy);
                break;
            case Truth.No:
                Refuse(by, GroundKind.DemandShort, what, new object?[] { CountedWords(gathering), who.Words }, new Need(gathering.Missing, who.Words));
                break;
            default:
                Open(gathering, who, by);
                break;
        }

        return gathering.Met;
    }

    /// <summary>
    /// Like <see cref="Gather"/> for answers that are in order one by one: too few is no reason against the act, only not yet enough. A
    /// stranger is refused.
    /// </summary>
    public Truth Collect(Who who, Provision by, string what, IReadOnlyList<Supporter> earlier)
    {
        var gathering = Gathered(who, earlier);
        if (Refused(Together(who), who, by, tooMany: false))
            return Truth.No;
        switch (gathering.Met)
        {
            case Truth.Yes:
                Cite(by, GroundKind.Demanded, what, SupportedBy);
                break;
            case Truth.No:
                Inform(Truth.No, by, GroundKind.DemandShort, what, new object?[] { CountedWords(gathering), who.Words }, new Need(gathering.Missing, who.Words));
                break;
            default:
                Open(gathering, who, by);
                break;
        }

        return gathering.Met;
    }

    /// <summary>Notes strangers, seconders of another sort, and more than there are or than are let. True if there are any.</summary>
    private bool Refused(Gathering gathering, Who who, Provision by, bool tooMany = true)
    {
        if (!gathering.Strangers.IsEmpty)
        {
            var names = gathering.Strangers.Length == Act.By.Length ? ActorName : string.Join(" and ", gathering.Strangers.Select(Roll.NameOf));
            var vacant = gathering.Strangers.Length == 1 && string.Equals(names, who.Words, StringComparison.Ordinal) && Roll[gathering.Strangers[0]].Kind == Things.ThingKind.Office && IsVacant(gathering.Strangers[0]);
            Refuse(by, vacant ? GroundKind.OfficeVacant : GroundKind.NoPower, who.Words, names, new Need(who.Words, who.Words));
            NameSuspended();
            return true;
        }

        if (gathering.WrongSort is { } sort)
        {
            Refuse(by, GroundKind.SecondersOfAnotherSort, sort, who.Words, new Need(gathering.Missing.Length > 0 ? gathering.Missing : who.Words, who.Words));
            return true;
        }

        if (tooMany && gathering.Excess && gathering.Met == Truth.No)
        {
            Refuse(by, GroundKind.TooMany, who.Words, gathering.Counted, new Need("fewer of them", who.Words));
            return true;
        }

        return false;
    }

    /// <summary>Says which of those who act have no powers because their units are suspended.</summary>
    internal void NameSuspended()
    {
        foreach (var doer in Act.By)
        {
            if (UnitOf(doer) is var unit && Membership.Fates.RightsEnded(this, unit) is { } slot)
                Refuse(slot.By, GroundKind.RightsSuspended, Roll.NameOf(unit));
        }
    }

    private void Open(Gathering gathering, Who who, Provision by) =>
        Note(Truth.Open, by, GroundKind.PowerOpen, who.Words, ActorName, new Need(gathering.Missing.Length > 0 ? gathering.Missing : "whether " + ActorName + " is " + who.Words));

    private string SupportedBy => ActorName + (Act.Seconders is not null && Act.Count > 0 ? $" and {WhoReader.Text(Act.Count)} {Act.Seconders}" : "");

    private static string CountedWords(Gathering gathering) => gathering.Counted.ToString();
}
