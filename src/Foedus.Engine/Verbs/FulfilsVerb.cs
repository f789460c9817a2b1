using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A duty that has arisen is fulfilled, by whom it lies on or who acts for them. One that was missed stays missed.</summary>
internal sealed class FulfilsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var name = j.Roll[j.Act.Object].Name;
        var duty = Duties.Declared(j, name);
        if ((duty?.By ?? Omissions.MustActBy(j, name)) is not { } by)
        {
            j.Refuse(null, GroundKind.NoDuty);
            return;
        }

        var thing = Meant(j, name);
        if (thing < 0)
        {
            j.Refuse(by, GroundKind.DutyNotArisen, name, null, new Need("the duty " + name));
            return;
        }

        if (Duties.IsOnDoers(j, duty, thing, out var done))
            Duties.Done(j, by, thing, done);
        else
            j.Refuse(duty?.On?.By ?? by, GroundKind.NoPower, Whose(j, duty, thing), j.ActorName, new Need(Whose(j, duty, thing)));
    }

    /// <summary>The duty about what is named; else the one of the name that is open, or else missed.</summary>
    private static int Meant(Judgement j, string name)
    {
        if (j.Act.Other >= 0)
            return j.View.Look(Relations.Duty, j.Act.Object) is { Holds: true } or { IsOpen: true } ? j.Act.Object : -1;
        var found = -1;
        for (var i = 0; i < j.Roll.Count; i++)
        {
            if (j.Roll[i].Kind != ThingKind.Duty || !string.Equals(j.Roll[i].Name, name, StringComparison.Ordinal) || !j.View.TryValue(Relations.Duty, i, out var state))
                continue;
            if (state == DutyState.Open)
                return i;
            found = i;
        }

        return found;
    }

    private static string Whose(Judgement j, Duty? duty, int thing)
    {
        var named = j.View.Objects(Relations.DutyOn, thing).ToList();
        return named.Count > 0 ? string.Join(", ", named.Select(l => j.Roll.NameOf(l.Thing))) : duty?.On is { IsSaid: true } on ? on.Said.Words : "those on whom it lies";
    }
}
