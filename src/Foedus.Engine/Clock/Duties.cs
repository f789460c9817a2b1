using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Clock;

/// <summary>Duties arise, are fulfilled and are missed.</summary>
internal static class Duties
{
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
        if ((time.Span is { } span ? Periods.LastDay(j, new Start(j.Today), span) : j.Today) is { } last)
            j.Write(Relations.Due, thing, last.Number);
    }

    /// <summary>A duty is done; after its last day it stays missed.</summary>
    public static void Done(Judgement j, Provision by, int duty)
    {
        j.Cite(by, GroundKind.DutyDone, j.Roll[duty].Name);
        if (j.View.TryValue(Relations.Duty, duty, out var state) && state == DutyState.Missed)
            return;
        if (j.View.Look(Relations.Due, duty).Holds)
            j.End(Relations.Due, duty);
        j.Write(Relations.Duty, duty, DutyState.Done);
    }

    /// <summary>The time for a duty has run out.</summary>
    public static void Miss(Judgement j, int duty)
    {
        if (!j.View.TryValue(Relations.Duty, duty, out var state) || state != DutyState.Open)
            return;
        j.Write(Relations.Duty, duty, DutyState.Missed);
        var name = j.Roll[duty].Name;
        if (Declared(j, name) is { IfMissed: { } missed } && j.Ask(missed, out var then) && then.ItFalls)
            j.Link(Relations.SuspendedIn, j.Roll[duty].Of, 0, FactVersion.Nothing);
    }

    /// <summary>The duty of a name, wherever it stands.</summary>
    public static Duty? Declared(Inquiry q, string name) =>
        q.Book.Edition.Duties
            .Concat(q.Book.Edition.Remedies.SelectMany(r => r.Duties))
            .Concat(q.Book.Edition.Procedures.SelectMany(p => p.Stages).SelectMany(s => s.Duties))
            .FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.Ordinal));
}
