using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>Notice is given; a duty of notice is done once everybody to be notified has been.</summary>
internal sealed class NotifiesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        // From a notice by anybody else no time runs: it is words.
        if (Counts(j))
            j.Link(Relations.Notified, j.Act.Object, j.Act.Other);
        Answering.Notice(j, j.Act.Object);
        var asked = false;
        foreach (var link in j.View.Objects(Relations.DutyAbout, j.Act.Object))
        {
            if (Duties.Declared(j, j.Roll[link.Thing].Name) is not { To: { } to } duty || !j.View.TryValue(Relations.Duty, link.Thing, out var state) || state == DutyState.Done)
                continue;
            if (!j.AskLimit(to, out var task) || task.Notify.IsEmpty || !Duties.IsOnDoers(j, duty, link.Thing, out var done))
                continue;
            asked = true;
            j.Link(Relations.NotifiedFor, link.Thing, j.Act.Other);
            Discharge(j, duty, link.Thing, task, done);
        }

        if (!asked)
            j.Note(Truth.Yes, null, GroundKind.NoDuty);
    }

    /// <summary>Whether it is given by who made what it is about, or by whom the charter or a duty names for it.</summary>
    private static bool Counts(Judgement j)
    {
        var it = j.Act.Object;
        if (it < 0)
            return false;
        if (Duties.Declared(j, j.Roll[it].Name) is { } own && j.Roll[it].Kind == ThingKind.Duty)
            return j.Roll[it].Of == Roll.Federation || Duties.IsOnDoers(j, own, it, out _);
        if (j.MakersOf(it).Count == 0 || j.HadAHandIn(it) != Truth.No)
            return true;
        foreach (var link in j.View.Objects(Relations.DutyAbout, it))
        {
            if (Duties.Declared(j, j.Roll[link.Thing].Name) is { To: { } to } duty && j.AskLimit(to, out var task) && !task.Notify.IsEmpty
                && Duties.IsOnDoers(j, duty, link.Thing, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static void Discharge(Judgement j, Duty duty, int thing, DutyTask task, ImmutableArray<int> done)
    {
        var missing = task.Notify.Where(p => !Notified(j, thing, p)).Select(p => p.Words).ToList();
        if (missing.Count > 0)
            j.Cite(duty.To!.By, GroundKind.DutyWaits, duty.Name, "notify " + string.Join(", ", missing));
        else
            Duties.Done(j, duty.To!.By, thing, done);
    }

    private static bool Notified(Judgement j, int duty, Party party)
    {
        if (Matches(j, j.Act.Other, party))
            return true;
        foreach (var link in j.View.Objects(Relations.NotifiedFor, duty))
        {
            if (Matches(j, link.Thing, party))
                return true;
        }

        return false;
    }

    /// <summary>"that member of Council": the one who made the act that the notice is about.</summary>
    private static bool Matches(Judgement j, int addressee, Party party)
    {
        if (party.Which == Which.That && j.View.TryValue(Relations.Maker, j.Act.Object, out var maker))
            return addressee == maker;
        return j.Is(addressee, party) == Truth.Yes;
    }
}
