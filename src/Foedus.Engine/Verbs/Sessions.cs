using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>What acts about sessions have in common: the bodies that they name, and who stands for a body that meets by a charter of its own.</summary>
internal static class Sessions
{
    /// <summary>Every body that an act names: "convenes Council and Senate".</summary>
    public static IEnumerable<int> Bodies(Act act) => act.Things.IsDefaultOrEmpty ? [act.Object] : [act.Object, .. act.Things];

    /// <summary>"that town" is the unit whose body it is.</summary>
    public static Anchor AnchorOf(Judgement j, BodyAt body) => body.Unit >= 0 ? Anchor.At(body.Unit) : j.Anchor;

    /// <summary>
    /// A body that meets by its own charter: how is not said here, and what the body, its unit and its offices do is taken on their word. Noted
    /// as a reason for or against.
    /// </summary>
    public static void Own(Judgement j, BodyAt body, int thing)
    {
        if (IsItsOwn(j, body, thing))
            j.Note(Truth.Yes, body.Body.By, j.Act.Verb == Verb.Opens ? GroundKind.Execution : GroundKind.Power, j.ActorName, body.Name + " meets by its own charter");
        else
            j.Refuse(body.Body.By, GroundKind.NoPower, body.Name, j.ActorName, new Need(body.Name, body.Name));
    }

    /// <summary>Whether those who act are the body itself, its unit, or one of its offices.</summary>
    public static bool IsItsOwn(Judgement j, BodyAt body, int thing)
    {
        foreach (var doer in j.Act.By)
        {
            var own = doer == thing || (doer == body.Unit && doer >= 0)
                || (j.Roll[doer].Kind == ThingKind.Office && j.Roll[doer].Of == thing)
                || body.Body.Offices.Exists(o => j.Roll.Find(ThingKind.Office, o.Name, thing) is var office and >= 0 && j.HoldsOffice(office, doer));
            if (!own)
                return false;
        }

        return true;
    }
}
