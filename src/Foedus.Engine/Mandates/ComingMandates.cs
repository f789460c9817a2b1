using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Mandates;

/// <summary>
/// Mandates of a term that has not begun: somebody is chosen from a later day on. Until then the place is whoever's it is, and who was chosen
/// has none; whether there is a place, and whether the person may have it, is asked of the day on which it begins.
/// </summary>
internal static class ComingMandates
{
    /// <summary>The day from which those are in office who are chosen by an act.</summary>
    public static Day DayOf(Judgement j) => IsElection(j.Act.Verb) && j.Act.Day is { } day ? day : j.Today;

    /// <summary>False, with the reason, if an act would have a term begin before it was done.</summary>
    public static bool MayBegin(Judgement j, Provision by)
    {
        if (DayOf(j) >= j.Today)
            return true;
        j.Refuse(by, GroundKind.BeginsBefore, DayOf(j), null, new Need("a day from " + j.Today + " on"));
        return false;
    }

    /// <summary>What is on record of a later day, so far as it is known now.</summary>
    public static Inquiry At(Judgement j, Day day) => day <= j.Today ? j : new Inquiry(j.State, j.Book, j.View.AsAt(day), j.Readings);

    /// <summary>Notes that somebody (or for a post itself, so many who are not named) is to come into a place on a later day.</summary>
    public static void Mark(Judgement j, int post, int holder, Day from)
    {
        if (from > j.Today)
            j.Link(Relations.BeginsOn, post, holder, from.Number, j.Today, from);
    }

    /// <summary>The day on which somebody who was chosen is to come into a place; null if it has come or nobody was.</summary>
    public static Day? Of(Inquiry q, int post, int holder) =>
        post >= 0 && holder >= 0 && q.View.TryValue(Relations.BeginsOn, post, holder, out var day) ? new Day((int)day) : null;

    /// <summary>The later days on which somebody is to come into a place of a post.</summary>
    public static IReadOnlyList<Day> DaysOf(Inquiry q, int post)
    {
        var days = new List<Day>();
        foreach (var link in q.View.Objects(Relations.BeginsOn, post))
            days.Add(new Day((int)link.Value));
        return days;
    }

    /// <summary>The later days on which a person, or a unit by its own name, is to come into a place.</summary>
    public static IReadOnlyList<Day> Before(Inquiry q, int person)
    {
        var days = new List<Day>();
        foreach (var link in q.View.Subjects(Relations.BeginsOn, person))
        {
            if (link.Thing != person)
                days.Add(new Day((int)link.Value));
        }

        return days;
    }

    /// <summary>Whoever is to come into a place gives it up, or is recalled, before the day.</summary>
    public static void Drop(Judgement j, int post, int holder, Day from)
    {
        j.Unlink(Relations.Mandate, post, holder, from);
        j.Unlink(Relations.BeginsOn, post, holder);
    }

    private static bool IsElection(Verb verb) => verb is Verb.Elects or Verb.ElectsOffice or Verb.ElectsNumber or Verb.Appoints;
}
