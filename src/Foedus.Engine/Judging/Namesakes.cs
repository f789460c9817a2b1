using Foedus.Engine.Acts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <summary>
/// A unit that applies and a person who is chosen may have one name. An act on what is before somebody is about the one that waits for it: the
/// application that stands at a stage, or the choice that is to be confirmed. Once the unit is a member, who is chosen by the name is the unit;
/// until then who acts by the name is the person that has a place.
/// </summary>
internal static class Namesakes
{
    /// <summary>The act, by and about whom it means.</summary>
    public static Act Meant(State state, Act act)
    {
        act = ByWhom(state, act);
        if (Chooses(act.Verb) && act.Object >= 0 && state.Books.Roll[act.Object] is { Kind: ThingKind.Person, Name: var name })
            return Chosen(state, act, name);
        return Other(state, act) is { } other && !Waits(state, act, act.Object) && Waits(state, act, other) ? act with { Object = other } : act;
    }

    /// <summary>Who is chosen by the name of a member is the member.</summary>
    private static Act Chosen(State state, Act act, string name)
    {
        var view = state.At(act.Done);
        return state.Books.Roll.Find(ThingKind.Unit, name) is var unit and >= 0 && view.Look(Relations.Kind, unit).Holds && !IsChosen(view, act.Object)
            ? act with { Object = unit, By = [.. act.By.Select(d => d == act.Object ? unit : d)] } : act;
    }

    /// <summary>A unit that is no member does nothing where a person of its name has a mandate.</summary>
    private static Act ByWhom(State state, Act act)
    {
        if (act.Verb is Verb.Applies)
            return act;
        var roll = state.Books.Roll;
        for (var i = 0; i < act.By.Length; i++)
        {
            if (act.By[i] < 0 || roll[act.By[i]] is not { Kind: ThingKind.Unit, Name: var name } || roll.Find(ThingKind.Person, name) is not (>= 0 and var person))
                continue;
            var view = state.At(act.Done);
            if (!view.Look(Relations.Kind, act.By[i]).Holds && IsChosen(view, person))
                act = act with { By = act.By.SetItem(i, person) };
        }

        return act;
    }

    private static bool IsChosen(View view, int person)
    {
        foreach (var _ in view.Subjects(Relations.Mandate, person))
            return true;
        foreach (var _ in view.Subjects(Relations.Choice, person))
            return true;
        return false;
    }

    private static bool Chooses(Verb verb) => verb is Verb.Elects or Verb.ElectsOffice or Verb.Appoints or Verb.Resigns or Verb.Recalls;

    /// <summary>The namesake, where both wait for an answer; else null.</summary>
    public static int? AlsoWaiting(State state, Act act) =>
        Other(state, act) is { } other && Waits(state, act, act.Object) && Waits(state, act, other) ? other : null;

    private static int? Other(State state, Act act)
    {
        if (act.Object < 0 || !Answers(act.Verb))
            return null;
        var roll = state.Books.Roll;
        var thing = roll[act.Object];
        var kind = thing.Kind switch
        {
            ThingKind.Person => ThingKind.Unit,
            ThingKind.Unit => ThingKind.Person,
            _ => ThingKind.Federation,
        };
        return kind != ThingKind.Federation && roll.Find(kind, thing.Name) is var other and >= 0 ? other : null;
    }

    private static bool Waits(State state, Act act, int thing)
    {
        var view = state.At(act.Done);
        if (view.Look(Relations.Stage, thing).Holds)
            return true;
        foreach (var _ in view.Subjects(Relations.Choice, thing))
            return true;
        return false;
    }

    private static bool Answers(Verb verb) => verb is Verb.Approves or Verb.Rejects or Verb.Agrees or Verb.Fails or Verb.Votes or Verb.Casts or Verb.ClosesVote
        or Verb.Signs or Verb.ReturnsMatter or Verb.Rescinds or Verb.Objects or Verb.Ratifies or Verb.Extends or Verb.Amends or Verb.Withdraws or Verb.Presents;
}
