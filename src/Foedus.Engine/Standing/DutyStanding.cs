using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Standing;

/// <summary>How a duty stands.</summary>
public enum DutyStands
{
    Undetermined,

    /// <summary>It has not arisen.</summary>
    NotArisen,
    Open,
    Done,
    Missed,
}

/// <summary>Whether a duty is open, done or missed.</summary>
public static class DutyStanding
{
    /// <summary>How a duty stands as at a day: the one about a thing, or that of the name that arose last.</summary>
    public static Answer<DutyStands> Of(State state, string name, Day day, AssumptionSet assumptions, Rulebook? book = null, int about = -1) =>
        StandingQuestion.Ask(state, StandingQuestion.BookAt(state, day, book), day, assumptions, q => Look(q, name, about), DutyStands.Undetermined);

    /// <summary>The duties about which anything is recorded in a state, in the order in which they came onto the roll.</summary>
    public static IEnumerable<int> All(State state)
    {
        for (var i = 0; i < state.Roll.Count; i++)
        {
            if (state.Roll[i].Kind == ThingKind.Duty && state.Store.NewestKnown(state.Store.LineOf(FactKey.Of(Relations.Duty, i)), state.Known) >= 0)
                yield return i;
        }
    }

    private static DutyStands Look(Inquiry q, string name, int about)
    {
        var found = DutyStands.NotArisen;
        var latest = -1;
        foreach (var duty in All(q.State))
        {
            if (!string.Equals(q.Roll[duty].Name, name, StringComparison.Ordinal) || (about >= 0 && q.Roll[duty].Of != about))
                continue;
            var sight = q.View.Look(Relations.Duty, duty);
            if (sight.IsOpen)
                return DutyStands.Undetermined;
            if (!sight.Holds || (sight.Value == DutyState.Open && Clock.DutyScope.Falls(q, duty)) || q.State.Store[sight.Version].Recorded < latest)
                continue;
            latest = q.State.Store[sight.Version].Recorded;
            found = sight.Value switch
            {
                DutyState.Open => DutyStands.Open,
                DutyState.Done => DutyStands.Done,
                _ => DutyStands.Missed,
            };
        }

        if (Clock.Duties.Declared(q, name) is { } declared)
            q.Cite(found == DutyStands.Missed && declared.IfMissed is { } missed ? missed.By : declared.By, GroundKind.Fate, name, Words(found));
        return found;
    }

    private static string Words(DutyStands stands) => stands switch
    {
        DutyStands.NotArisen => "has not arisen",
        _ => stands.ToString().ToLowerInvariant(),
    };
}
