using Foedus.Engine.Acts;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <summary>
/// A unit that applies and a person who is chosen may have one name. An act on what is before somebody is about the one that waits for it: the
/// application that stands at a stage, or the choice that is to be confirmed.
/// </summary>
internal static class Namesakes
{
    /// <summary>The act, about the namesake where that alone waits for an answer.</summary>
    public static Act Meant(State state, Act act) =>
        Other(state, act) is { } other && !Waits(state, act, act.Object) && Waits(state, act, other) ? act with { Object = other } : act;

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
