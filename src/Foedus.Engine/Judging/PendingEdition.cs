using Foedus.Charter.Model;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Judging;

/// <summary>
/// By which edition an act is judged: the one it names; that in force on its day; or, where it is about a matter that was pending when
/// that came into force, the one under which the matter began. Which of the two is asked of the new edition, and where that does not say
/// it, only if they come to different results.
/// </summary>
internal static class PendingEdition
{
    /// <summary>Judges by the edition that governs.</summary>
    /// <param name="state">The state.</param>
    /// <param name="view">How things stand where the edition is looked up.</param>
    /// <param name="thing">What the act is about, or -1.</param>
    /// <param name="named">The number of the edition that the act names, or 0.</param>
    /// <param name="readings">The readings of this path.</param>
    /// <param name="with">What the judgement is made of.</param>
    /// <param name="judged">The judgement by one edition.</param>
    public static Judgement Judge<T>(State state, View view, int thing, int named, Readings readings, T with, Func<T, Rulebook, Judgement> judged)
    {
        if (named > 0 && state.Books.Edition(named) is { } meant)
            return judged(with, meant);
        var present = state.Books.InForceAt(view);
        if (thing < 0 || !view.TryValue(Relations.Stage, thing, out var value))
            return judged(with, present);
        var old = state.Books[(int)(value >> 16)];
        if (old == present || state.Books.PlaceOf(value) is not { Stage: not null } place || present.Like(place)?.Procedure.PendingByOld is not { } slot)
            return judged(with, old);
        if (slot.IsSaid)
            return Cited(judged(with, slot.Said ? old : present), slot);
        var (before, after) = (judged(with, old), judged(with, present));
        if (ComeToTheSame(before, after))
            return before;
        var asked = new Inquiry(state, present, view, readings);
        if (!asked.Ask(slot, out var byOld))
        {
            before.Note(Truth.Open, slot.By, GroundKind.Unsaid, slot.Silence, null, asked.Grounds[^1].Need);
            return before;
        }

        var chosen = byOld ? before : after;
        foreach (var ground in asked.Grounds)
            chosen.Cite(slot.By, ground.Message, ground.First, ground.Second);
        return Cited(chosen, slot);
    }

    private static Judgement Cited(Judgement judgement, Slot<bool> slot)
    {
        judgement.Cite(slot.By, GroundKind.ByEdition, judgement.Book.Edition.Number);
        return judgement;
    }

    /// <summary>Whether two editions come to the same: verdict, outcome, where the matter goes and until when it has time there.</summary>
    private static bool ComeToTheSame(Judgement a, Judgement b) =>
        a.Standing == b.Standing && (a.Standing != Truth.Yes
            || (a.Result == b.Result && SamePlace(a, b) && Times(a).SequenceEqual(Times(b))));

    private static bool SamePlace(Judgement a, Judgement b)
    {
        if (a.Destination < 0 || b.Destination < 0)
            return a.Destination == b.Destination;
        var (one, other) = (a.Book.All.PlaceOf(a.Destination), a.Book.All.PlaceOf(b.Destination));
        return string.Equals(one.Name, other.Name, StringComparison.Ordinal) && string.Equals(one.Procedure.Name, other.Procedure.Name, StringComparison.Ordinal)
            && string.Equals(one.End?.Becomes, other.End?.Becomes, StringComparison.Ordinal);
    }

    private static IEnumerable<(FactKey Key, long Value)> Times(Judgement j) =>
        j.Effects.Where(e => e.Kind == EffectKind.Fact && e.Key.Relation == Relations.Due).Select(e => (e.Key, e.Value));
}
