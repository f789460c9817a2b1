using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Standing;

/// <summary>Whether a legal act is in force, suspended, annulled or otherwise, everywhere or in one unit, and by which provisions.</summary>
public static class InstrumentStanding
{
    private static readonly Charter.Model.EffectKind[] EffectKindsOfFall =
        [Charter.Model.EffectKind.VoidFromStart, Charter.Model.EffectKind.VoidFromDay, Charter.Model.EffectKind.Decided];

    /// <summary>How an act stands as at a day.</summary>
    /// <param name="state">The state.</param>
    /// <param name="instrument">The act, a thing on the roll.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="assumptions">Assumptions to be used.</param>
    /// <param name="unit">The unit in which it is asked about, or -1: in general. An act suspended in one unit only is in force in general.</param>
    /// <param name="book">The edition by which it is answered; that in force on the day if null.</param>
    public static Answer<InstrumentState> Of(State state, int instrument, Day day, AssumptionSet assumptions, int unit = -1, Rulebook? book = null) =>
        StandingQuestion.Ask(
            state,
            StandingQuestion.BookAt(state, day, book),
            day,
            assumptions,
            inquiry => Look(inquiry, instrument, unit),
            InstrumentState.Undetermined);

    internal static InstrumentState Look(Inquiry q, int instrument, int unit, int depth = 0)
    {
        var name = q.Roll.NameOf(instrument);
        var kind = q.View.TryValue(Relations.Sort, instrument, out var sort) ? q.Book.Instrument(q.Roll.WordOf(sort)) : null;
        var made = Versions.Written(q, FactKey.Of(Relations.MadeBy, instrument));
        if (made < 0)
            return NotMade(q, instrument, name, kind);
        switch (q.View.StandingOf(q.State.Store[made].Source))
        {
            case SourceStanding.Void:
                Fallen(q, instrument, name, "void from the start");
                return InstrumentState.Void;
            case SourceStanding.Ended:
                Fallen(q, instrument, name, "annulled");
                return InstrumentState.Annulled;
            case SourceStanding.Suspended:
                Fallen(q, instrument, name, "suspended");
                return InstrumentState.Suspended;
            case SourceStanding.Open:
                return InstrumentState.Undetermined;
        }

        kind ??= KindAsMade(q, instrument);
        var repealed = q.View.Look(Relations.Repealed, instrument);
        if (repealed.Holds)
        {
            q.Inform(Truth.No, kind?.InForce?.By ?? kind?.By, GroundKind.NotInForce, name);
            return InstrumentState.Repealed;
        }

        if (repealed.IsOpen)
            return InstrumentState.Undetermined;
        if (Outside(q, instrument, name) is { } outside)
            return outside;
        if (IsSuspended(q, instrument, name, unit))
            return InstrumentState.Suspended;
        if (unit >= 0 && q.View.Holds(Relations.BarredIn, instrument, unit))
        {
            Fallen(q, instrument, name, "of no effect in " + q.Roll.NameOf(unit));
            return InstrumentState.NotInForce;
        }

        if (Left(q, instrument, name) is { } left)
            return left;
        var force = q.View.Look(Relations.InForce, instrument);
        if (force.IsOpen)
            return InstrumentState.Undetermined;
        if (!force.Holds)
            return NotInForce(q, instrument, name, kind);
        q.Cite(kind?.InForce?.By ?? kind?.By ?? q.Book.Edition.Provisions[0], GroundKind.InForce, name);
        Meanwhile(q, instrument, name);
        if (kind is not null && Languages(q, instrument, kind, name, unit) is { } lacking)
            return lacking;
        if (kind is not null && Binding.Look(q, instrument, kind, unit) is { } unbound)
            return unbound;
        if (Ranks.Over(q, instrument, unit, depth) >= 0)
            return InstrumentState.NotInForce;
        return Superiors.Look(q, instrument, unit) ?? InstrumentState.InForce;
    }

    /// <summary>What an act is that was made outside the competence of its maker; null if nothing bears on it.</summary>
    private static InstrumentState? Outside(Inquiry q, int instrument, string name)
    {
        if (!q.View.TryValue(Relations.OutsideCompetence, instrument, out var packed))
            return null;
        var by = q.Book.Edition.Competences.Find(c => c.ActingOutside is not null)?.ActingOutside?.By;
        switch (Competences.Unpack(packed))
        {
            case Charter.Model.EffectKind.VoidFromStart:
                q.Inform(Truth.No, by, GroundKind.Effect, name, "void from the start");
                return InstrumentState.Void;
            case Charter.Model.EffectKind.VoidFromDay:
                q.Inform(Truth.No, by, GroundKind.Effect, name, "void from the day on which it was made");
                return InstrumentState.Annulled;
            case Charter.Model.EffectKind.Suspended:
                q.Inform(Truth.No, by, GroundKind.Effect, name, "suspended");
                return InstrumentState.Suspended;
            case Charter.Model.EffectKind.Decided:
                q.Note(Truth.Open, by, GroundKind.EffectOpen, name, null, new Need("a decision on " + name));
                return InstrumentState.Undetermined;
            default:
                return null;
        }
    }

    /// <summary>What has become of the acts of a unit that has left or is suspended; null if nothing bears on this one.</summary>
    private static InstrumentState? Left(Inquiry q, int instrument, string name)
    {
        if (!Fates.Any(q) || q.Roll[instrument].Kind == ThingKind.Unit || !q.View.TryValue(Relations.Maker, instrument, out var maker))
            return null;
        var unit = q.UnitOf((int)maker);
        var found = Fates.EndedOnce(q, unit, FateOf.Instruments, day => q.View.AsAt(day + -1).Look(Relations.MadeBy, instrument).Holds);
        if (!found.IsOver)
            found = Fates.Of(q, unit, FateOf.Instruments);
        if (found.IsOver)
        {
            q.Inform(Truth.No, found.Slot!.By, GroundKind.ActOfFormer, name, q.Roll.NameOf(found.Unit));
            return InstrumentState.NotInForce;
        }

        if (found.Fate != Fate.Open)
            return null;
        q.Note(Truth.Open, found.Slot?.By ?? found.Rule!.By, GroundKind.FateUnsaid, Fates.Words(FateOf.Instruments));
        return InstrumentState.Undetermined;
    }

    private static InstrumentState NotMade(Inquiry q, int instrument, string name, InstrumentKind? kind)
    {
        var stage = q.View.Look(Relations.Stage, instrument);
        if (stage.IsOpen)
            return InstrumentState.Undetermined;
        if (stage.Holds)
        {
            var place = q.State.Books.PlaceOf(stage.Value);
            q.Cite(place.By, GroundKind.AtStage, name, place.Name);
            return place.Stage is null ? InstrumentState.NotInForce : InstrumentState.Pending;
        }

        q.Inform(Truth.No, kind?.By, GroundKind.UnknownThing, name);
        return InstrumentState.NotIssued;
    }

    /// <summary>The sort under which it was made, where the fact of its sort has fallen with the act.</summary>
    private static InstrumentKind? KindAsMade(Inquiry q, int instrument)
    {
        var sort = Versions.Written(q, FactKey.Of(Relations.Sort, instrument));
        return sort < 0 || q.State.Store[sort].Value == FactVersion.Nothing ? null : q.Book.Instrument(q.Roll.WordOf(q.State.Store[sort].Value));
    }

    /// <summary>Cites the remedies by which it may have fallen.</summary>
    private static void Fallen(Inquiry q, int instrument, string name, string words)
    {
        var kind = KindAsMade(q, instrument);
        var maker = Versions.Written(q, FactKey.Of(Relations.Maker, instrument));
        foreach (var remedy in q.Book.Edition.Remedies)
        {
            if (remedy.Effect is not { } effect || !Attack.CanHave(remedy, EffectKindsOfFall))
                continue;
            foreach (var party in remedy.Against.SelectMany(s => s.Fillers).SelectMany(a => a.Acts))
            {
                var sorted = kind is not null && string.Equals(kind.Name, party.Instrument?.Name ?? party.Name, StringComparison.Ordinal);
                if (sorted && (party.Of is not { } of || (maker >= 0 && q.Is((int)q.State.Store[maker].Value, of) != Truth.No)))
                {
                    q.Cite(effect.By, GroundKind.Effect, name, words);
                    break;
                }
            }
        }
    }

    private static bool IsSuspended(Inquiry q, int instrument, string name, int unit)
    {
        var suspended = false;
        foreach (var link in q.View.Objects(Relations.SuspendedIn, instrument).ToList())
        {
            if (Falls.IsOver(q, link))
                continue;
            Suspends(q, instrument, name);
            if (link.Thing == Roll.Federation || link.Thing == unit)
                suspended = true;
        }

        foreach (var _ in q.View.Objects(Relations.SuspendedPending, instrument).ToList())
        {
            Suspends(q, instrument, name);
            suspended = true;
        }

        return suspended;
    }

    /// <summary>Cites the remedies by which it may have been suspended: those that suspend, and those brought that suspend meanwhile.</summary>
    private static void Suspends(Inquiry q, int instrument, string name)
    {
        foreach (var remedy in q.Book.Remedies.Where(r => Attack.LiesAgainst(q, r, instrument)))
        {
            if (remedy.Effect is { } effect && Attack.CanHave(remedy, Charter.Model.EffectKind.Suspended))
                q.Cite(effect.By, GroundKind.Effect, name, "suspended");
            else if (remedy.Meanwhile is { } meanwhile && (meanwhile.Fillers.Any(m => m.UnlessSuspendedBy is not null) || IsBrought(q, remedy, instrument)))
                q.Cite(meanwhile.By, GroundKind.SuspendedMeanwhile, name);
        }
    }

    private static bool IsBrought(Inquiry q, Remedy remedy, int instrument)
    {
        foreach (var link in q.View.Objects(Relations.Attacked, instrument))
        {
            if (string.Equals(q.Roll[link.Thing].Name, remedy.Name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Cites what remedies that were brought leave it as meanwhile.</summary>
    private static void Meanwhile(Inquiry q, int instrument, string name)
    {
        foreach (var link in q.View.Objects(Relations.Attacked, instrument).ToList())
        {
            var remedy = q.Book.Edition.Remedies.Find(r => string.Equals(r.Name, q.Roll[link.Thing].Name, StringComparison.Ordinal));
            if (remedy?.Meanwhile is { } slot)
                q.Cite(slot.By, GroundKind.Stands, name);
        }
    }

    private static InstrumentState NotInForce(Inquiry q, int instrument, string name, InstrumentKind? kind)
    {
        q.Inform(Truth.No, kind?.InForce?.By ?? kind?.By, GroundKind.NotInForce, name);
        if (kind?.InForce is { Silence: not null } open && !q.Ask(open, out _))
            return InstrumentState.Undetermined;
        if (kind?.InForce is { } slot && q.View.Objects(Relations.Published, instrument).Count() > 0 && q.Ask(slot, out var entry)
            && entry.From is ForceFrom.OnPublication or ForceFrom.AfterPublication && PublicationStanding.Missing(q, instrument, kind).Count > 0
            && kind.IfLanguageMissing is { } missing)
        {
            q.Cite(missing.By, GroundKind.LanguageMissing, string.Join(", ", PublicationStanding.Missing(q, instrument, kind)));
        }

        return InstrumentState.NotInForce;
    }

    /// <summary>What the want of a language does to an act that was published in some of them; null if nothing.</summary>
    private static InstrumentState? Languages(Inquiry q, int instrument, InstrumentKind kind, string name, int unit)
    {
        if (kind.IfLanguageMissing is not { } slot || q.View.Objects(Relations.Published, instrument).Count() == 0)
            return null;
        var missing = PublicationStanding.Missing(q, instrument, kind);
        if (missing.Count == 0)
            return null;
        q.Cite(kind.Published!.By, GroundKind.LanguageMissing, string.Join(", ", missing));
        if (!q.Ask(slot, out var then))
            return InstrumentState.Undetermined;
        switch (then)
        {
            case MissingLanguage.NotInForce:
                q.Inform(Truth.No, slot.By, GroundKind.NotInForce, name);
                return InstrumentState.NotInForce;
            case MissingLanguage.InForceExceptThere when unit >= 0 && PublicationStanding.LanguagesOf(q, unit) is { IsEmpty: false } used:
                if (!missing.Exists(used.Contains))
                {
                    q.Cite(slot.By, GroundKind.InForce, name);
                    return null;
                }

                q.Inform(Truth.No, slot.By, GroundKind.NotInForce, name);
                return InstrumentState.NotInForce;
            case MissingLanguage.InForceExceptThere when unit >= 0:
                q.Note(Truth.Open, slot.By, GroundKind.LanguageMissing, string.Join(", ", missing), null, new Need("which language is used in " + q.Roll.NameOf(unit)));
                return InstrumentState.Undetermined;
            default:
                q.Cite(slot.By, GroundKind.InForce, name);
                return null;
        }
    }
}
