using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Membership;

/// <summary>What has become of a pending matter because a change has touched the unit that opened it or that it concerns.</summary>
internal static class PendingMatters
{
    /// <summary>The fate of a matter; untouched for most.</summary>
    public static FateFound Of(Inquiry q, int matter)
    {
        if (!Fates.Any(q))
            return default;
        if (q.View.TryValue(Relations.Maker, matter, out var maker) && Of(q, q.UnitOf((int)maker), matter) is { Fate: not Fate.Untouched } opened)
            return opened;
        if (q.View.TryValue(Relations.Concerns, matter, out var unit) && Of(q, (int)unit, matter) is { Fate: not Fate.Untouched } concerned)
            return concerned;
        foreach (var link in q.View.Objects(Relations.ConcernsToo, matter))
        {
            if (Of(q, link.Thing, matter) is { Fate: not Fate.Untouched } too)
                return too;
        }

        return default;
    }

    /// <summary>Notes what has become of a matter; false if nothing more can be done about it.</summary>
    public static bool GoesOn(Judgement j, int matter)
    {
        var found = Of(j, matter);
        switch (found.Fate)
        {
            case Fate.Ended or Fate.Recomputed:
                j.Refuse(found.Slot!.By, GroundKind.MatterFell, j.Roll.NameOf(matter), j.Roll.NameOf(found.Unit));
                return false;
            case Fate.Open:
                var slot = found.Slot;
                j.Note(
                    Truth.Open, slot?.By ?? found.Rule!.By, GroundKind.FateUnsaid, Fates.Words(FateOf.PendingMatters), null,
                    slot?.Silence is { } silence ? new Need(silence.Address, silence.LeftTo?.Words ?? "", silence) : null);
                return false;
            default:
                return true;
        }
    }

    /// <summary>A matter that came up only after the change is not one of those that were pending.</summary>
    private static FateFound Of(Inquiry q, int unit, int matter)
    {
        if (unit < 0)
            return default;
        if (Fates.EndedOnce(q, unit, FateOf.PendingMatters, day => OpenedBefore(q, matter, day)) is { Fate: not Fate.Untouched } over)
            return over;
        var found = Fates.Of(q, unit, FateOf.PendingMatters);
        if (found.Fate == Fate.Untouched)
            return default;
        var sight = q.View.Look(Relations.Stage, matter);
        return sight.Version >= 0 && q.State.Store[sight.Version].From >= found.From && !OpenedBefore(q, matter, found.From) ? default : found;
    }

    private static bool OpenedBefore(Inquiry q, int matter, Day day) =>
        q.View.AsAt(day + -1).TryValue(Relations.Stage, matter, out var place) && q.State.Books.PlaceOf(place).Stage is not null;
}
