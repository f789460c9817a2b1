using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Remedies;

/// <summary>What all uses of a remedy have in common: what it lies against, by whom, in what time, on what condition, and its duties.</summary>
internal static class RemedyUse
{
    /// <summary>The remedies that lie against the object; all that are meant where none does.</summary>
    public static List<Remedy> Against(Judgement j, Func<Remedy, bool> which)
    {
        var all = new List<Remedy>();
        foreach (var remedy in j.Book.Remedies)
        {
            if (which(remedy))
                all.Add(remedy);
        }

        var lying = all.FindAll(r => LiesAgainst(j, r));

        // Where none lies, each is a reason why not.
        return lying.Count > 0 ? lying : all;
    }

    private static bool LiesAgainst(Judgement j, Remedy remedy)
    {
        foreach (var slot in remedy.Against)
        {
            foreach (var against in slot.Fillers)
            {
                foreach (var party in against.Acts)
                {
                    if (j.IsInstrument(j.Act.Object, party) != Truth.No)
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>True if one of the readings of the effect is of a kind.</summary>
    public static bool CanHave(Remedy remedy, params ReadOnlySpan<Charter.Model.EffectKind> kinds)
    {
        if (remedy.Effect is not { } slot)
            return false;
        foreach (var effect in slot.Fillers)
        {
            if (kinds.Contains(effect.Kind))
                return true;
        }

        // An effect of which nothing at all is said could be any.
        return slot.Fillers.IsEmpty;
    }

    /// <summary>Notes that it lies against the object, or that it does not.</summary>
    public static bool Lies(Judgement j, Remedy remedy)
    {
        foreach (var slot in remedy.Against)
        {
            if (!j.Ask(slot, out var against))
                return false;
            foreach (var party in against.Acts)
            {
                var met = j.IsInstrument(j.Act.Object, party);
                if (met == Truth.No)
                    continue;
                j.Note(met, slot.By, GroundKind.RemedyLies, remedy.Name, party.Words, met == Truth.Open ? new Need("who made " + j.ObjectName) : null);
                return true;
            }
        }

        j.Refuse(remedy.By, GroundKind.RemedyDoesNotLie, remedy.Name, j.ObjectName);
        return false;
    }

    /// <summary>Whether those who act may use it; any of its lines will do.</summary>
    public static Truth UsedBy(Judgement j, Remedy remedy) =>
        remedy.UsedBy.Count == 0 ? Truth.Yes : j.Try(remedy.UsedBy, slot => j.MayAct(slot));

    /// <summary>Whether its conditions are met and its time has not run out.</summary>
    public static void Conditions(Judgement j, Remedy remedy)
    {
        foreach (var slot in remedy.OnlyIf)
        {
            if (j.Ask(slot, out var condition))
                j.Holds(condition, j.Act.Object, slot.By);
        }

        if (remedy.Within is not { } within || !j.AskLimit(within, out var time) || MadeOn(j) is not { } made)
            return;
        if (Periods.LastDay(j, new Start(made), time.Span) is { } last)
        {
            if (j.Today <= last)
                j.Cite(within.By, GroundKind.InTime, last);
            else
                j.Refuse(within.By, GroundKind.TooLate, last);
        }
    }

    /// <summary>The day from which the time for a remedy runs: publication where the act was published, else the day of the act.</summary>
    private static Day? MadeOn(Judgement j)
    {
        var day = j.View.TryValue(Relations.MadeBy, j.Act.Object, out var sequence) && sequence <= j.State.Known ? j.State.DigestOf((int)sequence).Done : (Day?)null;
        foreach (var link in j.View.Objects(Relations.Published, j.Act.Object))
            return j.State.Store[link.Version].From;
        return day;
    }

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
