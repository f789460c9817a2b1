using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Records;
using Foedus.Engine.Things;
using EffectKind = Foedus.Charter.Model.EffectKind;

namespace Foedus.Engine.Remedies;

/// <summary>A duty that was missed is an omission: remedies against an omission lie against it, and one that is granted raises it again.</summary>
internal static class Omissions
{
    /// <summary>The duty of whoever must act with regard to an act of its own: because a remedy was granted, or because it acted outside its competence.</summary>
    public const string MustAct = "Must-Act";

    /// <summary>Whether a thing is a duty.</summary>
    public static bool Is(Inquiry q, int thing) => thing >= 0 && q.Roll[thing].Kind == ThingKind.Duty;

    /// <summary>An act that names a duty, and not about what, means the one that was missed last; else the one that is open, or arose last.</summary>
    public static Act Meant(Inquiry q, Act act)
    {
        if (act.Verb == Verb.Fulfils)
            return act;
        if (Unsaid(q, act.Object))
            act = act with { Object = Meant(q, act.Object) };
        if (act.Verb == Verb.Introduces && Unsaid(q, act.Other))
            act = act with { Other = Meant(q, act.Other) };
        return act;
    }

    /// <summary>The provision by which somebody must act, of the duty of that name; null if there is none.</summary>
    public static Provision? MustActBy(Inquiry q, string name)
    {
        if (!string.Equals(name, MustAct, StringComparison.Ordinal))
            return null;
        var remedy = q.Book.Remedies.FirstOrDefault(r => Attack.CanHave(r, EffectKind.MustAct));
        return remedy?.Effect?.By
            ?? q.Book.Edition.Competences.Find(c => c.ActingOutside?.Fillers.Any(e => e?.Kind == EffectKind.MustAct) ?? false)?.ActingOutside?.By;
    }

    /// <summary>Whether a remedy may lie against a duty.</summary>
    public static bool MayLie(Inquiry q, Remedy remedy, Who omissionOf, int thing)
    {
        if (!Is(q, thing))
            return false;
        var missed = Duties.Declared(q, q.Roll[thing].Name)?.IfMissed;
        if (missed is { Fillers.IsEmpty: false } && missed.Fillers.All(m => m.Nothing))
            return false;
        return (missed?.Fillers.Any(m => IsNamed(m, remedy)) ?? false) || IsOf(q, omissionOf, thing) != Truth.No;
    }

    /// <summary>Notes that a remedy lies against a duty that was missed, or why it does not.</summary>
    public static bool Lies(Judgement j, Remedy remedy, int thing)
    {
        var name = j.Roll[thing].Name;
        var missed = Duties.Declared(j, name)?.IfMissed;
        var follows = missed is not null && j.AskLimit(missed, out var said) ? said : null;
        foreach (var slot in remedy.Against)
        {
            if (!j.Ask(slot, out var against))
                return false;
            if (against.OmissionOf is not { } who)
                continue;
            var met = follows is not null && IsNamed(follows, remedy) ? Truth.Yes : IsOf(j, who, thing);
            if (met == Truth.No)
                continue;
            var state = j.View.Look(Relations.Duty, thing);
            if (!state.Holds || state.Value != DutyState.Missed)
            {
                j.Note(state.IsOpen ? Truth.Open : Truth.No, slot.By, GroundKind.DutyNotMissed, name, Words(state), new Need("the duty " + name + " missed"));
                return false;
            }

            if (follows is { Nothing: true })
            {
                j.Refuse(missed!.By, GroundKind.DutyMissed, name, Duties.Words(follows));
                return false;
            }

            j.Note(met, slot.By, GroundKind.RemedyLies, remedy.Name, "omission of " + who.Words, met == Truth.Open ? new Need("on whom the duty " + name + " lies") : null);
            if (follows is not null)
                j.Cite(missed!.By, GroundKind.DutyMissed, name, Duties.Words(follows));
            return true;
        }

        j.Refuse(remedy.By, GroundKind.RemedyDoesNotLie, remedy.Name, name);
        return false;
    }

    /// <summary>The day from which on a duty is missed; null while it is not.</summary>
    public static Day? MissedOn(Inquiry q, int thing)
    {
        var state = q.View.Look(Relations.Duty, thing);
        return state.Holds && state.Value == DutyState.Missed ? q.State.Store[state.Version].From : null;
    }

    /// <summary>A remedy is granted: whoever has missed the duty must do it, in the same time from now; whoever made an act must act.</summary>
    public static void Grant(Judgement j, Remedy remedy, int thing)
    {
        j.Cite(remedy.Effect!.By, GroundKind.Effect, Is(j, thing) ? "the duty " + j.Roll[thing].Name : j.Roll.NameOf(thing), "to be acted upon");
        if (Is(j, thing))
        {
            Duties.Again(j, thing);
            return;
        }

        var duty = j.Roll.Add(ThingKind.Duty, MustAct, thing);
        j.Write(Relations.Duty, duty, DutyState.Open);
        j.Link(Relations.DutyAbout, thing, duty);
        if (j.View.TryValue(Relations.Maker, thing, out var maker))
            j.Link(Relations.DutyOn, duty, (int)maker, DutyState.Open);
        j.Cite(remedy.Effect.By, GroundKind.DutyArises, MustAct, "act with regard to " + j.Roll.NameOf(thing));
    }

    /// <summary>Whoever made an act outside its competence must act; the duty falls with the act.</summary>
    public static void Outside(Judgement j, in Product product, int made, int maker, Provision by)
    {
        var duty = j.Roll.Add(ThingKind.Duty, MustAct, made);
        product.Write(Relations.Duty, duty, DutyState.Open);
        product.Link(Relations.DutyAbout, made, duty);
        product.Link(Relations.DutyOn, duty, maker, DutyState.Open);
        j.Cite(by, GroundKind.DutyArises, MustAct, "act with regard to " + j.Roll.NameOf(made));
    }

    /// <summary>Whoever had to act has taken the act back.</summary>
    public static void TakenBack(Judgement j, int thing, Provision by)
    {
        if (j.Roll.Find(ThingKind.Duty, MustAct, thing) is >= 0 and var duty && j.View.TryValue(Relations.Duty, duty, out var state) && state == DutyState.Open)
            Duties.Done(j, by, duty, [.. j.View.Objects(Relations.DutyOn, duty).ToList().Select(l => l.Thing)]);
    }

    /// <summary>
    /// Whoever decides on a remedy calls upon somebody to act: that grants the remedies that are pending before it against what that somebody
    /// has done or not done; where there are several, the one whose duty is in those words.
    /// </summary>
    public static void CalledUpon(Judgement j, int who, string? text)
    {
        var pending = new List<(Remedy Remedy, int Thing)>();
        for (var i = 0; i < j.Roll.Count; i++)
        {
            if (j.Roll[i] is not { Kind: ThingKind.Remedy } brought || !j.View.Holds(Relations.Attacked, brought.Of, i))
                continue;
            var remedy = j.Book.Remedies.FirstOrDefault(r => string.Equals(r.Name, brought.Name, StringComparison.Ordinal));
            if (remedy is not null && Attack.CanHave(remedy, EffectKind.MustAct) && Concerns(j, brought.Of, who) && IsBefore(j, remedy))
                pending.Add((remedy, brought.Of));
        }

        if (pending.Count > 1)
            pending = pending.FindAll(p => string.Equals(TextOf(j, p.Thing), text, StringComparison.Ordinal));
        foreach (var (remedy, thing) in pending)
        {
            if (!j.Ask(remedy.Effect!, out var effect) || effect.Kind != EffectKind.MustAct)
                continue;
            Attack.Decides(j, remedy, effect, thing);
            Attack.Over(j, remedy, thing);
            Grant(j, remedy, thing);
        }
    }

    private static bool IsBefore(Judgement j, Remedy remedy) =>
        remedy.To is { IsSaid: true } to && j.Act.By.All(d => j.IsOneOf(d, to.Said) == Truth.Yes);

    private static bool Concerns(Judgement j, int thing, int who) => Is(j, thing)
        ? j.View.Holds(Relations.DutyOn, thing, who)
        : j.View.TryValue(Relations.Maker, thing, out var maker) && maker == who;

    private static string? TextOf(Judgement j, int thing) =>
        Duties.Declared(j, j.Roll[thing].Name)?.To is { IsSaid: true } to ? to.Said.Text : null;

    private static bool IsNamed(DutyMissed missed, Remedy remedy) => string.Equals(missed.Remedy, remedy.Name, StringComparison.Ordinal);

    private static bool Unsaid(Inquiry q, int thing) => Is(q, thing) && q.Roll[thing].Of == Roll.Federation;

    private static int Meant(Inquiry q, int named)
    {
        var name = q.Roll[named].Name;
        var (best, rank, latest) = (named, -1, -1);
        for (var i = 0; i < q.Roll.Count; i++)
        {
            if (q.Roll[i].Kind != ThingKind.Duty || !string.Equals(q.Roll[i].Name, name, StringComparison.Ordinal))
                continue;
            var sight = q.View.Look(Relations.Duty, i);
            if (!sight.Holds && !sight.IsOpen)
                continue;
            var own = !sight.Holds ? 1 : sight.Value == DutyState.Missed ? 3 : sight.Value == DutyState.Open ? 2 : 0;
            var recorded = sight.Holds ? q.State.Store[sight.Version].Recorded : 0;
            if (own > rank || (own == rank && recorded > latest))
                (best, rank, latest) = (i, own, recorded);
        }

        return best;
    }

    /// <summary>Whether a duty lies on those who are named, or on one of them.</summary>
    private static Truth IsOf(Inquiry q, Who who, int thing)
    {
        var met = Truth.No;
        var listed = false;
        foreach (var link in q.View.Objects(Relations.DutyOn, thing))
        {
            listed = true;
            if (link.Value != DutyState.Done)
                met = met.Or(q.IsOneOf(link.Thing, who));
        }

        if (listed)
            return met;
        foreach (var party in OnWhom(q, thing))
            met = met.Or(IsOf(q, who, party));
        return met;
    }

    /// <summary>On whom a duty lies that lies on any one of several: as the charter says.</summary>
    private static IEnumerable<Party> OnWhom(Inquiry q, int thing)
    {
        if (Duties.Declared(q, q.Roll[thing].Name) is { } duty)
            return (duty.On?.Fillers ?? []).SelectMany(w => w.Parties);
        var about = q.Roll[thing].Of;
        var place = about >= 0 && q.Roll[about].Kind == ThingKind.Session ? q.Roll[about].Of : about;
        return q.BodyOf(place) is { } body
            ? body.Body.Sessions.SelectMany(s => s.Convened).SelectMany(c => c.Fillers).SelectMany(c => c.By.Parties)
            : [];
    }

    private static Truth IsOf(Inquiry q, Who who, Party party)
    {
        if (party.Body is { EachOf: null } body && party.Which == Which.Plain)
            return q.IsOneOf(q.Book.ThingOf(new BodyAt(body)), who);
        if (party is { Kind: PartyKind.Office, Which: Which.Plain, Office: { } office })
            return q.IsOneOf(q.Book.ThingOf(office), who);
        if (who.Parties.Any(p => string.Equals(p.Words, party.Words, StringComparison.Ordinal)))
            return Truth.Yes;
        var alike = who.Parties.Where(p => p.Kind == party.Kind || p.Kind is PartyKind.Unit or PartyKind.NamedUnit == party.Kind is PartyKind.Unit or PartyKind.NamedUnit).ToList();
        if (alike.Count == 0)
            return Truth.No;
        return alike.Exists(p => p.UnitKind is not null && p.UnitKind == party.UnitKind && p.Which == Which.Any) ? Truth.Yes : Truth.Open;
    }

    private static string Words(Sight state) => !state.Holds ? "has not arisen" : state.Value == DutyState.Done ? "is done" : "is open";
}
