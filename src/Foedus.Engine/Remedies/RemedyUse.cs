using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Remedies;

/// <summary>The duties that arise from using a remedy.</summary>
internal static class RemedyUse
{
    /// <summary>The duties that arise from using it.</summary>
    public static void Duties(Judgement j, Remedy remedy)
    {
        foreach (var duty in remedy.Duties)
            Arises(j, duty, j.Act.Object);
    }

    /// <summary>A duty arises about something: it is open, and due on a day where the charter says one.</summary>
    public static void Arises(Judgement j, Duty duty, int about)
    {
        var thing = j.Roll.Add(ThingKind.Duty, duty.Name, about);
        j.Write(Relations.Duty, thing, DutyState.Open);
        j.Link(Relations.DutyAbout, about, thing);
        if (duty.To is { } to && j.Ask(to, out var task))
            j.Cite(to.By, GroundKind.DutyArises, duty.Name, task.Text ?? "notify " + string.Join(", ", task.Notify.Select(p => p.Words)));
        if (duty.Within is not { } within || !j.AskLimit(within, out var time))
            return;
        var due = time.Span is { } span ? Periods.LastDay(j, new Start(j.Today), span) + 1 : j.Today + 1;
        if (due is not { } day)
            return;
        j.Write(Relations.Due, thing, day.Number);
        var prepared = j.Prepare(day);
        j.Remember(prepared, Relations.Clock, thing);
        j.WriteThrough(prepared, FactKey.Of(Relations.Duty, thing), day, DutyState.Missed);
        if (duty.IfMissed is { } missed && j.Ask(missed, out var then) && then.ItFalls)
            j.WriteThrough(prepared, FactKey.Of(Relations.SuspendedIn, about, 0), day, FactVersion.Nothing);
    }
}
