using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Membership;

/// <summary>The day from which a change is.</summary>
internal static class ChangeDay
{
    /// <summary>
    /// The day, or null with the reason noted. Where the charter leaves open when it takes effect, the change is made all the same, its day is
    /// reported as unsaid, and what turns on it stays open.
    /// </summary>
    public static Day? Of(Judgement j, Change rule, UnitChange change, int matter)
    {
        if (rule.TakesEffect is not { } slot)
            return j.Today;
        if (slot.Silence is not null && slot.Fillers.IsEmpty && !j.View.Look(Relations.Settled, slot.Silence.Id).Holds)
        {
            if (IsPast(j, slot.By, rule, change))
                return null;
            j.Inform(Truth.No, slot.By, GroundKind.FateUnsaid, "the day", null, new Need(slot.Silence.Address, "", slot.Silence));
            return Said(j, change, matter) is { } open ? Day.Later(open, j.Today) : j.Today;
        }

        if (!j.Ask(slot, out var time))
            return null;
        if (!time.AtOnce && IsPast(j, slot.By, rule, change))
            return null;
        if (time.AtOnce)
        {
            if (slot.Silence is null && change.Says is { } named && named != j.Today)
            {
                j.Refuse(slot.By, GroundKind.ChangeDayOther, rule.What, new object?[] { named, "at once" }, new Need("no other day"));
                return null;
            }

            j.Cite(slot.By, GroundKind.TakesEffect, "at once");
            return j.Today;
        }

        if (IsTooEarly(j, rule, change))
            return null;
        var said = Said(j, change, matter);
        var day = Earliest(j, time, change) is not { } earliest ? said : said is { } later ? Day.Later(later, earliest) : earliest;

        // Where time ran out, nobody has agreed on a day; then it is the day of that.
        if (j.Act.Verb == Acts.Verb.Lapses)
            day ??= j.Today;
        if (day is null && slot.Silence is not null)
        {
            // The charter itself asks for no day; only one way of reading it does.
            j.Inform(Truth.No, slot.By, GroundKind.FateUnsaid, "the day", null, new Need(slot.Silence.Address, "", slot.Silence));
            return j.Today;
        }

        if (day is not { } from)
        {
            var words = time.OnDayAgreed ? "the day agreed" : "the day that it says";
            j.Refuse(slot.By, GroundKind.ChangeDayUnsaid, rule.What, words, new Need(words));
            return null;
        }

        // It has no effect before it is made.
        from = Day.Later(from, j.Today);
        j.Cite(slot.By, GroundKind.TakesEffect, "on " + from);
        return from;
    }

    /// <summary>
    /// Refuses an act that names a day before the one from which its notice lets the change take effect. A later day is the one that holds.
    /// </summary>
    public static bool IsTooEarly(Judgement j, Change rule, UnitChange change)
    {
        if (change.Says is not { } named || rule.TakesEffect is not { Silence: null } slot || !j.AskLimit(slot, out var time)
            || Earliest(j, time, change) is not { } earliest || named >= earliest)
        {
            return false;
        }

        j.Refuse(slot.By, GroundKind.ChangeDayEarly, rule.What, new object?[] { named, time.AfterNotice!.Words, earliest }, new Need("a day not before " + earliest));
        return true;
    }

    /// <summary>Refuses an act that names a day before its own: no clause lets a change have been before it is made.</summary>
    private static bool IsPast(Judgement j, Provision by, Change rule, UnitChange change)
    {
        if (change.Says is not { } named || named >= j.Today)
            return false;
        j.Refuse(by, GroundKind.ChangeDayPast, rule.What, new object?[] { named, j.Today }, new Need("a day not before " + j.Today));
        return true;
    }

    private static Day? Earliest(Judgement j, ChangeTime time, UnitChange change) =>
        time.AfterNotice is { } span ? Periods.After(j.Book.Edition.Time, Notice(j, change), span) : null;

    private static Day? Said(Judgement j, UnitChange change, int matter)
    {
        if (change.Says is { } said)
            return said;
        if (matter >= 0 && j.View.TryValue(Relations.SaysDay, matter, out var ofMatter))
            return new Day((int)ofMatter);
        return j.View.TryValue(Relations.SaysDay, change.Units[0], out var ofUnit) ? new Day((int)ofUnit) : null;
    }

    /// <summary>The day of the notice, of several the last: that on record, else the day of the act, which is then itself the notice.</summary>
    private static Day Notice(Judgement j, UnitChange change)
    {
        Day? last = null;
        foreach (var unit in change.Units)
        {
            if (j.View.TryValue(Relations.NoticeDay, unit, out var day))
                last = last is { } before ? Day.Later(before, new Day((int)day)) : new Day((int)day);
        }

        return last ?? j.Today;
    }
}
