using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;
using EffectKind = Foedus.Charter.Model.EffectKind;

namespace Foedus.Engine.Law;

/// <summary>What a remedy makes of what it lies against: void from the start or from the day, suspended, everywhere or in one unit, for good or for a time.</summary>
internal static class Falls
{
    public static string Words(RemedyEffect effect) => effect.Kind switch
    {
        EffectKind.VoidFromStart => "void from the start",
        EffectKind.VoidFromDay => "void from this day",
        EffectKind.Suspended => "suspended",
        EffectKind.MustAct => "to be acted upon",
        _ => "as " + effect.DecidedBy?.Words + " decides",
    };

    /// <summary>Annuls something: as the effect of the remedy says; where somebody decides on that, from the day.</summary>
    public static void Annul(Judgement j, Remedy remedy, RemedyEffect effect, int thing)
    {
        j.Cite(remedy.Effect!.By, GroundKind.Effect, j.Roll.NameOf(thing), Words(effect));
        if (Where(j, remedy, thing) is not { } units || !LegalActs.TrySource(j, thing, out var source))
            return;
        foreach (var unit in units.Where(u => u >= 0))
        {
            var from = effect.Kind == EffectKind.VoidFromStart && LegalActs.MadeOn(j, thing) is { } made ? made : j.Today;
            j.Link(Relations.BarredIn, thing, unit, 1, from, Until(j, remedy));
            UntilSession(j, remedy, thing, unit);
        }

        if (units[0] >= 0)
            return;

        if (effect.Kind == EffectKind.VoidFromStart)
        {
            j.Challenge(source, SourceStanding.Void, Day.Min, Day.Max);
        }
        else
        {
            j.Challenge(source, SourceStanding.Ended, j.Today, Until(j, remedy) ?? Day.Max);
            Restore(j, thing, source, Until(j, remedy));
            UntilSession(j, remedy, thing, -1);
        }

        if (effect.Kind == EffectKind.VoidFromStart)
            Rested.Follow(j, remedy, thing, source, SourceStanding.Void, Day.Min);
        else
            Rested.Follow(j, remedy, thing, source, SourceStanding.Ended, j.Today);
    }

    /// <summary>Suspends something, for as long as the remedy says.</summary>
    public static void Suspend(Judgement j, Remedy remedy, int thing)
    {
        j.Cite(remedy.Effect!.By, GroundKind.Effect, j.Roll.NameOf(thing), "suspended");
        if (Where(j, remedy, thing) is not { } units)
            return;
        var until = Until(j, remedy);
        foreach (var unit in units)
            j.Link(Relations.SuspendedIn, thing, unit < 0 ? Roll.Federation : unit, Attack.Case(j, remedy, thing) + 1L, null, until);
        j.Write(Relations.SuspendedBy, thing, j.Actor, null, until);
        if (j.Book.Instrument(SortOf(j, thing)) is not null || !LegalActs.TrySource(j, thing, out var source))
            return;
        j.Challenge(source, SourceStanding.Suspended, j.Today, until ?? Day.Max);
        Restore(j, thing, source, until);
        UntilSession(j, remedy, thing, -1);
    }

    /// <summary>What was suspended or annulled for a time has effect again from this day.</summary>
    public static void Revive(Judgement j, int thing, int source)
    {
        j.Challenge(source, SourceStanding.Stands, j.Today, Day.Max);
        if (j.Book.Instrument(SortOf(j, thing)) is not null)
            return;
        var store = j.State.Store;
        foreach (var version in store.MadeBy(source))
        {
            var fact = store[version];
            var key = store.KeyOf(fact.Line);
            if (!IsOfTheChange(key.Relation) || !fact.Covers(j.Today))
                continue;
            if (key.Object < 0)
                j.Write(key.Relation, key.Subject, fact.Value);
            else
                j.Link(key.Relation, key.Subject, key.Object, fact.Value);
        }
    }

    /// <summary>A session of a body begins: what was to last until then is over.</summary>
    public static void SessionOpened(Judgement j, int body)
    {
        var store = j.State.Store;
        foreach (var link in j.View.Objects(Relations.UntilSession, body).ToList())
        {
            if (j.Today <= store[link.Version].From)
                continue;
            j.Unlink(Relations.UntilSession, body, link.Thing);
            if (link.Value > 0)
                j.Unlink(Relations.BarredIn, link.Thing, (int)link.Value - 1);
            else if (LegalActs.TrySource(j, link.Thing, out var source) && j.View.StandingOf(source) is SourceStanding.Suspended or SourceStanding.Ended)
                Revive(j, link.Thing, source);
        }
    }

    /// <summary>Notes for whose session an effect lasts.</summary>
    private static void UntilSession(Judgement j, Remedy remedy, int thing, int unit)
    {
        if (remedy.Until is { IsSaid: true, Said.NextSessionOf: { } body } && j.BodyAt(body, unit) is { } at && j.Book.All.FindThing(at) is >= 0 and var whose)
            j.Link(Relations.UntilSession, whose, thing, unit + 1);
    }

    /// <summary>Whether a suspension that was to last until a session of a body is over.</summary>
    public static bool IsOver(Inquiry q, in Link suspension)
    {
        if (suspension.Value <= 1 || Find(q, (int)suspension.Value - 1)?.Until is not { } slot || !q.Ask(slot, out var until) || until.NextSessionOf is not { } body)
            return false;
        var from = q.State.Store[suspension.Version].From;
        var unit = suspension.Thing == Roll.Federation ? -1 : suspension.Thing;
        return q.BodyAt(body, unit) is { } at && Sessions.HasBegunSince(q, at, from);
    }

    /// <summary>The first day on which the effect of a remedy is over, where that is known from the start.</summary>
    private static Day? Until(Judgement j, Remedy remedy) =>
        remedy.Until is { } slot && j.AskLimit(slot, out var until) && until.Span is { } span ? Periods.LastOf(j.Book.Edition.Time, j.Today, span) + 1 : null;

    /// <summary>The units to which the effect is confined, or -1 for everywhere; null if that cannot be told.</summary>
    private static List<int>? Where(Judgement j, Remedy remedy, int thing)
    {
        if (remedy.InThatUnitOnly is not { } scope)
            return [-1];
        if (!j.Ask(scope, out var only))
            return null;
        if (!only)
            return [-1];
        if (j.UnitOf(j.Actor) is var own and >= 0)
            return [own];

        // Before a court it is the unit of whoever brought it, of each where several did.
        var units = new List<int>();
        foreach (var bringer in j.View.Objects(Relations.BroughtBy, Attack.Case(j, remedy, thing)))
        {
            if (j.UnitOf(bringer.Thing) is var unit and >= 0 && !units.Contains(unit))
                units.Add(unit);
        }

        if (units.Count > 0)
            return units;
        j.Refuse(scope.By, GroundKind.NoUnitOfItsOwn, remedy.Name, j.ActorName);
        return null;
    }

    /// <summary>
    /// A change of units, an edition or a repeal that falls from a day leaves what would hold then without it: the member is a member again. A legal
    /// act leaves nothing.
    /// </summary>
    private static void Restore(Judgement j, int thing, int source, Day? until)
    {
        if (j.Book.Instrument(SortOf(j, thing)) is not null)
            return;
        var store = j.State.Store;
        foreach (var version in store.MadeBy(source))
        {
            var fact = store[version];
            var key = store.KeyOf(fact.Line);
            if (!IsOfTheChange(key.Relation) || !fact.Covers(j.Today))
                continue;
            var before = j.View.AsKnownAt(fact.Recorded - 1).Look(key);
            var value = before.Holds ? before.Value : FactVersion.Nothing;
            if (key.Object < 0)
                j.Write(key.Relation, key.Subject, value, null, until);
            else
                j.Link(key.Relation, key.Subject, key.Object, value, null, until);
        }
    }

    /// <summary>Whether a fact is what a change has made, and not that it was made.</summary>
    private static bool IsOfTheChange(int relation) =>
        relation is not (Relations.MadeBy or Relations.Sort or Relations.Maker or Relations.InForce or Relations.FormerKind or Relations.Changed);

    private static string? SortOf(Inquiry q, int thing) => q.View.TryValue(Relations.Sort, thing, out var sort) ? q.Roll.WordOf(sort) : null;

    private static Remedy? Find(Inquiry q, int brought)
    {
        var name = q.Roll[brought].Name;
        foreach (var remedy in q.Book.Remedies)
        {
            if (string.Equals(remedy.Name, name, StringComparison.Ordinal))
                return remedy;
        }

        return null;
    }
}
