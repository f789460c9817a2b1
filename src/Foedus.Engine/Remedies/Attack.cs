using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Records;
using Foedus.Engine.Things;
using EffectKind = Foedus.Charter.Model.EffectKind;

namespace Foedus.Engine.Remedies;

/// <summary>What the uses of a remedy have in common: what it lies against, by whom it is brought and decided, on what conditions, in what time.</summary>
internal static class Attack
{
    /// <summary>Whether there is something against which a remedy can lie: what an act made, or a duty that has arisen; refused if not.</summary>
    public static bool IsThere(Judgement j, int thing)
    {
        if (Omissions.Is(j, thing))
        {
            if (j.View.Look(Relations.Duty, thing) is { Holds: true } or { IsOpen: true })
                return true;
            j.Refuse(Clock.Duties.Declared(j, j.Roll[thing].Name)?.By, GroundKind.DutyNotArisen, j.Roll[thing].Name, null, new Need("the duty " + j.Roll[thing].Name));
            return false;
        }

        if (LegalActs.TrySource(j, thing, out _))
            return true;
        j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(thing));
        return false;
    }

    /// <summary>The remedies that lie against something; all that are meant where none does, each then a reason why not.</summary>
    public static List<Remedy> Lying(Judgement j, int thing, Func<Remedy, bool> which)
    {
        var all = new List<Remedy>();
        foreach (var remedy in j.Book.Remedies)
        {
            if (which(remedy))
                all.Add(remedy);
        }

        var lying = all.FindAll(r => LiesAgainst(j, r, thing));
        return lying.Count > 0 ? lying : all;
    }

    /// <summary>The remedies that are meant and open: that need not be brought before anybody, or have been; failing them, all that are meant.</summary>
    public static List<Remedy> Open(Judgement j, int thing, Func<Remedy, bool> which)
    {
        var open = Lying(j, thing, r => which(r) && (!IsBrought(r) || IsPending(j, r, thing)));
        return open.Count > 0 ? open : Lying(j, thing, which);
    }

    /// <summary>Whether a remedy lies, or may lie, against something.</summary>
    public static bool LiesAgainst(Inquiry q, Remedy remedy, int thing)
    {
        foreach (var slot in remedy.Against)
        {
            foreach (var against in slot.Fillers)
            {
                if (against.OmissionOf is { } who && Omissions.MayLie(q, remedy, who, thing))
                    return true;
                foreach (var party in against.Acts)
                {
                    if (IsMeant(q, party, thing) != Truth.No)
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>Notes that it lies against something, or that it does not.</summary>
    public static bool Lies(Judgement j, Remedy remedy, int thing)
    {
        if (Omissions.Is(j, thing))
            return Omissions.Lies(j, remedy, thing);
        foreach (var slot in remedy.Against)
        {
            if (!j.Ask(slot, out var against))
                return false;
            foreach (var party in against.Acts)
            {
                var met = IsMeant(j, party, thing);
                if (met == Truth.No)
                    continue;
                j.Note(met, slot.By, GroundKind.RemedyLies, remedy.Name, party.Words, met == Truth.Open ? new Need("who made " + j.Roll.NameOf(thing)) : null);
                return true;
            }
        }

        j.Refuse(remedy.By, GroundKind.RemedyDoesNotLie, remedy.Name, j.Roll.NameOf(thing));
        return false;
    }

    /// <summary>True if one of the readings of the effect is of a kind; an effect of which nothing at all is said could be any.</summary>
    public static bool CanHave(Remedy remedy, params ReadOnlySpan<EffectKind> kinds)
    {
        if (remedy.Effect is not { } slot)
            return false;
        foreach (var effect in slot.Fillers)
        {
            if (kinds.Contains(effect.Kind))
                return true;
        }

        return slot.Fillers.IsEmpty;
    }

    /// <summary>A remedy as brought against one thing.</summary>
    public static int Case(Inquiry q, Remedy remedy, int thing) => q.Roll.Add(ThingKind.Remedy, remedy.Name, thing);

    /// <summary>Whether a remedy has been brought against something and is not yet decided.</summary>
    public static bool IsPending(Inquiry q, Remedy remedy, int thing) =>
        q.Roll.Find(ThingKind.Remedy, remedy.Name, thing) is var brought and >= 0 && q.View.Holds(Relations.Attacked, thing, brought);

    /// <summary>Before whom a remedy is brought: who is named for it, or by whom its effect is decided; null where whoever uses it decides.</summary>
    public static bool IsBrought(Remedy remedy) => remedy.To is not null || CanHaveOnly(remedy, EffectKind.Decided);

    /// <summary>Whether those who act may use it; any of its lines will do. Where it follows a procedure, only that leads to it.</summary>
    public static void UsedBy(Judgement j, Remedy remedy)
    {
        if (remedy.UsedBy.Count > 0)
        {
            j.Try(remedy.UsedBy, slot => j.MayAct(slot));
            return;
        }

        foreach (var (procedure, by) in remedy.Procedures)
            j.Refuse(by, GroundKind.RemedyByProcedure, remedy.Name, procedure.Name, new Need("the procedure " + procedure.Name));
    }

    /// <summary>
    /// Whether those who act decide on a remedy: before whom it is brought, once it is; by whom its effect is decided; else whoever may use it,
    /// on its conditions and in its time.
    /// </summary>
    public static void Decides(Judgement j, Remedy remedy, RemedyEffect? effect, int thing)
    {
        var decider = effect?.DecidedBy;
        if (remedy.To is { } to)
        {
            if (!IsPending(j, remedy, thing))
                j.Refuse(to.By, GroundKind.NoRemedyOpen, j.ActorName, j.Roll.NameOf(thing), new Need(remedy.Name + " brought against " + j.Roll.NameOf(thing)));
            if (decider is null)
                j.MayAct(to);
            else
                j.MayAct(decider, remedy.Effect!.By);
            return;
        }

        if (decider is not null)
        {
            if (!IsPending(j, remedy, thing))
                j.Refuse(remedy.Effect!.By, GroundKind.NoRemedyOpen, j.ActorName, j.Roll.NameOf(thing), new Need(remedy.Name + " brought against " + j.Roll.NameOf(thing)));
            j.MayAct(decider, remedy.Effect!.By);
            return;
        }

        UsedBy(j, remedy);
        Conditions(j, remedy, thing);
    }

    /// <summary>Whether its conditions are met and its time has not run out.</summary>
    public static void Conditions(Judgement j, Remedy remedy, int thing)
    {
        foreach (var slot in remedy.OnlyIf)
        {
            if (j.Ask(slot, out var condition))
                j.Holds(condition, thing, slot.By);
        }

        if (remedy.Within is not { } within || LastDay(j, remedy, thing) is not { } last)
            return;
        if (RemedyTimes.RanOutBefore(j, remedy, thing) is { } over)
            j.Refuse(over.By, GroundKind.TooLate, over.Last);
        else if (j.Today <= last && j.AskLimit(within, out var time) && time.Span.Unit == SpanUnit.Hours && j.Today > Hours.Sure(last, time.Span.Count, atBoundary: false))
            Hours.Ask(j, within.By, time.Span.Words);
        else if (j.Today <= last)
            j.Cite(within.By, GroundKind.InTime, last);
        else
            j.Refuse(within.By, GroundKind.TooLate, last);
    }

    /// <summary>The last day on which a remedy may be used, by its own time; null where none is said or it does not run.</summary>
    public static Day? LastDay(Judgement j, Remedy remedy, int thing)
    {
        if (remedy.Within is not { } within || !j.AskLimit(within, out var time) || RunsFrom(j, time.From, thing, within.By) is not { } start)
            return null;
        if (j.View.Look(Relations.Challengeable, thing) is { Holds: true } anew)
            start = Day.Later(start, j.State.Store[anew.Version].From);
        return Periods.LastDay(j, new Start(start), time.Span);
    }

    /// <summary>The remedy is over: nothing is pending, and a suspension that lasted as long ends with it.</summary>
    public static void Over(Judgement j, Remedy remedy, int thing)
    {
        if (j.Roll.Find(ThingKind.Remedy, remedy.Name, thing) is not (>= 0 and var brought))
            return;
        if (j.View.Holds(Relations.Attacked, thing, brought))
            j.Unlink(Relations.Attacked, thing, brought);
        if (j.View.Holds(Relations.SuspendedPending, thing, brought))
            j.Unlink(Relations.SuspendedPending, thing, brought);
    }

    /// <summary>Whether something is of the sort that a phrase names, made by or about whom it names.</summary>
    private static Truth IsMeant(Inquiry q, Party party, int thing)
    {
        if (Omissions.Is(q, thing))
            return Truth.No;
        if (!ChangeWords.Changes.Contains(party.Name) || party.Instrument is not null)
            return q.IsInstrument(thing, party);
        if (!q.View.TryValue(Relations.Sort, thing, out var sort) || !string.Equals(q.Roll.WordOf(sort), party.Name, StringComparison.Ordinal))
            return Truth.No;
        if (party.Of is not { } of)
            return Truth.Yes;
        if (of.Kind is not (PartyKind.Unit or PartyKind.NamedUnit))
            return q.View.TryValue(Relations.Maker, thing, out var maker) ? q.Is((int)maker, of) : Truth.Open;
        var units = q.Roll[thing].Kind == ThingKind.Unit ? [thing] : q.UnitsConcernedBy(thing);
        if (units.IsEmpty)
            return Truth.Open;

        // A unit that the change has put out is of the kind of which it was.
        var any = Truth.No;
        foreach (var unit in units)
        {
            any = any.Or(q.IsUnit(unit, of)).Or(TruthOf.From(
                of.UnitKind is { } kind && q.View.TryValue(Relations.FormerKind, unit, out var former) && string.Equals(q.Roll.WordOf(former), kind.Name, StringComparison.Ordinal)));
        }

        return any;
    }

    /// <summary>
    /// The day from which the time for a remedy runs: that of the act, or that from which on a duty is missed, unless the charter names another event. One that has not come yet lets no
    /// time run.
    /// </summary>
    private static Day? RunsFrom(Judgement j, StartEvent? of, int thing, Provision by)
    {
        if (Omissions.Is(j, thing) && of?.Kind is not (EventKind.Notice or EventKind.Receipt or EventKind.Knowledge))
            return Omissions.MissedOn(j, thing);
        switch (of?.Kind)
        {
            case null or EventKind.Act or EventKind.Issue:
                return LegalActs.MadeOn(j, thing);
            case EventKind.Publication:
                Day? published = null;
                foreach (var link in j.View.Objects(Relations.Published, thing))
                    published = published is { } before ? Day.Later(before, j.State.Store[link.Version].From) : j.State.Store[link.Version].From;
                return published;
            case EventKind.Notice or EventKind.Receipt or EventKind.Knowledge:
                var known = j.View.Look(Relations.Notified, thing, j.Actor);
                if (known.Holds)
                    return j.State.Store[known.Version].From;
                if (of!.Kind == EventKind.Knowledge)
                    j.Inform(Truth.Yes, by, GroundKind.KnowledgeUnknown, j.ActorName, j.Roll.NameOf(thing));
                return null;
            case EventKind.Force:
                var force = j.View.Look(Relations.InForce, thing);
                return force.Holds ? j.State.Store[force.Version].From : null;
            default:
                return LegalActs.MadeOn(j, thing);
        }
    }

    private static bool CanHaveOnly(Remedy remedy, EffectKind kind) =>
        remedy.Effect is { Fillers.IsEmpty: false } slot && slot.Fillers.All(f => f.Kind == kind);
}
