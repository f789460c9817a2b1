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
        j.Link(Relations.Notified, j.Act.Object, j.Act.Other);
        Answering.Notice(j, j.Act.Object);
        var asked = false;
        foreach (var link in j.View.Objects(Relations.DutyAbout, j.Act.Object))
        {
            var name = j.Roll[link.Thing].Name;
            var duty = DutiesOf(j).FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.Ordinal));
            if (duty?.To is not { } to || !j.View.TryValue(Relations.Duty, link.Thing, out var state) || state == DutyState.Done)
                continue;
            if (!j.Ask(to, out var task) || task.Notify.IsEmpty)
                continue;
            asked = true;
            Discharge(j, duty, link.Thing, task);
        }

        if (!asked)
            j.Note(Truth.Yes, null, GroundKind.NoDuty);
    }

    private static void Discharge(Judgement j, Duty duty, int thing, DutyTask task)
    {
        var missing = task.Notify.Where(p => !Notified(j, p)).Select(p => p.Words).ToList();
        if (missing.Count > 0)
        {
            j.Cite(duty.To!.By, GroundKind.DutyWaits, duty.Name, "notify " + string.Join(", ", missing));
            return;
        }

        Duties.Done(j, duty.To!.By, thing);
    }

    private static bool Notified(Judgement j, Party party)
    {
        if (Matches(j, j.Act.Other, party))
            return true;
        foreach (var link in j.View.Objects(Relations.Notified, j.Act.Object))
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

    internal static IEnumerable<Duty> DutiesOf(Judgement j) =>
        j.Book.Edition.Duties
            .Concat(j.Book.Edition.Remedies.SelectMany(r => r.Duties))
            .Concat(j.Book.Edition.Procedures.SelectMany(p => p.Stages).SelectMany(s => s.Duties));
}
