using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Clock;

/// <summary>
/// Sessions that are to be held every so often, or so many times a year (a calendar year), lay on whoever convenes them the duty to convene
/// the next one in time. It begins with the first session on record.
/// </summary>
internal static class SessionDuties
{
    /// <summary>The name of the duty, about the kind of session in the body.</summary>
    public const string Convening = "Convening";

    /// <summary>A session is convened: that does the duty. From its day on the next one is due.</summary>
    public static void Happens(Judgement j, in Happening happening)
    {
        var sitting = j.Roll[happening.About];
        if (sitting.Kind != ThingKind.Session || j.BodyOf(sitting.Of) is not { } body)
            return;
        var session = body.Body.Sessions.Find(s => string.Equals(s.Kind, sitting.Name, StringComparison.Ordinal));
        if (session is null or { Every: null, TimesAYear: null })
            return;
        var duty = j.Roll.Add(ThingKind.Duty, Convening, happening.About);
        if (happening.Kind == EventKind.Convening)
            Convened(j, session, happening.About, duty);
        else
            Held(j, session, happening, duty);
    }

    private static void Convened(Judgement j, Session session, int sitting, int duty)
    {
        if (!j.View.TryValue(Relations.Duty, duty, out var state) || state != DutyState.Open)
            return;
        if (session is { Every: null, TimesAYear: { } times } && j.Act.Day is { } day && (day.Number > DueOf(j, duty) || In(j, sitting, day) < times))
            return;
        j.Write(Relations.Duty, duty, DutyState.Done);
        if (j.View.Look(Relations.Due, duty).Holds)
            j.End(Relations.Due, duty);
    }

    private static void Held(Judgement j, Session session, in Happening happening, int duty)
    {
        Day? last = session.Every is { } every ? Periods.LastDay(j, new Start(happening.On), every) : null;
        var from = happening.On;
        if (session.TimesAYear is { } times)
        {
            var held = In(j, happening.About, happening.On);
            j.Link(Relations.SessionDay, happening.About, happening.On.Number, 1, happening.On);
            var end = EndOfYear(happening.On);
            if (held >= times && last is null)
            {
                // All of this year are held: those of the next are to be convened in the next.
                (from, end) = (end + 1, EndOfYear(end + 1));
            }
            else if (held < times && last is null && j.View.TryValue(Relations.Duty, duty, out var state) && state == DutyState.Open)
            {
                return;
            }
            else if (held < times && last is null)
            {
                from = j.Today;
            }

            last = last is { } earlier && (held >= times || earlier < end) ? earlier : end;
        }

        if (last is not { } due)
            return;
        j.Write(Relations.Duty, duty, DutyState.Open, from);
        j.Link(Relations.DutyAbout, happening.About, duty, 1, from);
        j.Write(Relations.Due, duty, due.Number, from);
    }

    /// <summary>How many sessions there are in the year of a day, that of the day among them.</summary>
    private static int In(Judgement j, int sitting, Day day)
    {
        var (first, last) = (Day.Of(day.ToLocalDate().Year, 1, 1).Number, EndOfYear(day).Number);
        var held = 1;
        foreach (var link in j.View.AsAt(EndOfYear(day)).Objects(Relations.SessionDay, sitting))
        {
            if (link.Thing >= first && link.Thing <= last && link.Thing != day.Number)
                held++;
        }

        return held;
    }

    private static long DueOf(Judgement j, int duty) => j.View.TryValue(Relations.Due, duty, out var due) ? due : long.MaxValue;

    private static Day EndOfYear(Day day) => Day.Of(day.ToLocalDate().Year, 12, 31);
}
