using Foedus.Engine.Acts;
using Foedus.Engine.Parties;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <content>What an act is about, so that "that town" is bound by the object of the act.</content>
public sealed partial class Judgement
{
    protected override Anchor FindAnchor()
    {
        var act = Act;
        switch (act.Verb)
        {
            case Verb.Merges:
                return new Anchor(act.Unit, act.Things, []);
            case Verb.Transfers:
                return new Anchor(act.Unit, [.. new[] { act.Object, act.Other, View.TryValue(Relations.Within, act.Object, out var parent) ? (int)parent : -1 }.Where(u => u >= 0)], []);
            case Verb.Introduces when act.Unit >= 0:
                return Anchor.AtAll([.. act.Things.Prepend(act.Unit).Distinct()]);
            case Verb.GivesNotice when act.Object >= 0:
                return Anchor.AtAll([.. act.Things.Prepend(act.Object).Distinct()]);
            default:
                return AboutWhat(act) is >= 0 and var about && UnitsConcernedBy(about) is { Length: > 1 } several ? Anchor.AtAll(several) : Anchor.At(UnitOfAct(act));
        }
    }

    private protected override int MatterAtHand => Act.Object >= 0 && IsMatter(Act.Object) ? Act.Object : -1;

    private protected override bool IsPutAs(string matter, int about) =>
        about == Act.Object && Act.Verb is Verb.Introduces or Verb.Starts or Verb.Demands && !View.Look(Relations.Stage, about).Holds
        && (string.Equals(Act.Topic, matter, StringComparison.Ordinal) || string.Equals(Act.Sort, matter, StringComparison.Ordinal));

    private int UnitOfAct(Act act)
    {
        if (act.Unit >= 0)
            return act.Unit;
        var about = AboutWhat(act);
        if (about < 0)
            return UnitOfDoers(act);
        if (View.TryValue(Relations.Concerns, about, out var concerns))
            return (int)concerns;
        if (UnitOf(about) is var own and >= 0)
            return own;
        if (View.TryValue(Relations.Maker, about, out var maker))
            return UnitOfMaker((int)maker);

        // A federal body is nobody's; a seat in it is that of whoever chooses, and what is only now put that of whoever puts it.
        return Roll[about].Kind is ThingKind.Body or ThingKind.Office && act.Verb is Verb.Convenes or Verb.Opens or Verb.Closes or Verb.DemandsSession
            ? -1
            : View.Look(Relations.Stage, about).Holds ? -1 : UnitOfDoers(act);
    }

    /// <summary>The thing that an act is about; -1 where it is about none but who does it.</summary>
    private int AboutWhat(Act act)
    {
        if (act.Unit >= 0)
            return -1;
        var about = act.Verb switch
        {
            Verb.Elects or Verb.ElectsOffice or Verb.Appoints or Verb.Resigns or Verb.Recalls => act.Other,
            Verb.Certifies => act.Shares.IsDefaultOrEmpty ? -1 : act.Shares[0].Unit,
            Verb.Fulfils => act.Other,
            Verb.Closes => act.By[0],
            Verb.Returns or Verb.GivesNotice or Verb.WithdrawsNotice or Verb.Applies => -1,
            _ => act.Object,
        };
        if (about >= 0 && Roll[about].Kind == ThingKind.Duty)
            about = Roll[about].Of;
        return about;
    }

    private int UnitOfDoers(Act act)
    {
        foreach (var doer in act.By)
        {
            if (UnitOf(doer) is var unit and >= 0)
                return unit;
        }

        foreach (var doer in act.By)
        {
            if (UnitOfMaker(doer) is var unit and >= 0)
                return unit;
        }

        return -1;
    }

    /// <summary>The unit of who made something: its own, that in whose body the person has a place, or the one for which it sits.</summary>
    private int UnitOfMaker(int maker)
    {
        if (UnitOf(maker) is var own and >= 0)
            return own;
        if (maker < 0 || Roll[maker].Kind != ThingKind.Person)
            return -1;
        var of = -1;
        foreach (var mandate in Mandates.HeldBy(maker))
        {
            if (UnitOf(mandate.Post) is var unit and >= 0)
                return unit;
            of = of >= 0 ? of : Mandates.SitsFor(mandate);
        }

        return of;
    }
}
