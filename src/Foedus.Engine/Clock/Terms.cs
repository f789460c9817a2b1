using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Clock;

/// <summary>
/// Terms of offices and of members that end with a day, where something begins with that. A mandate that ends before its term is a vacancy, and
/// no end of a term.
/// </summary>
internal static class Terms
{
    /// <summary>A mandate begins whose term ends with a day: that is judged on its day.</summary>
    public static void Wind(Judgement j, int post, in Effect mandate)
    {
        if (!j.Book.Times.AsksTerms)
            return;
        var last = mandate.Until - 1;
        var term = j.Roll.Add(ThingKind.Term, last.Number.ToString(CultureInfo.InvariantCulture), post);
        if (!j.View.TryValue(Relations.Due, term, out _))
            j.Write(Relations.Due, term, last.Number, Day.Earlier(mandate.From, last));
    }

    /// <summary>The last day of a term is over: if somebody held the office until then, it has ended.</summary>
    public static void End(Judgement j, int term)
    {
        var post = j.Roll[term].Of;
        if (Any(j, Relations.Mandate, post) || Any(j, Relations.Delegation, post) || Any(j, Relations.ElectedNumber, post))
            j.Link(Relations.TermEnded, post, j.Today.Number);
    }

    /// <summary>The offices and bodies whose term lasts until the next session of the body that opens, or that is over.</summary>
    public static List<int> UntilSession(Judgement j, int body, bool close)
    {
        var posts = new List<int>();
        if (!j.Book.Times.AsksTerms || j.BodyOf(body) is not { } at)
            return posts;
        foreach (var office in j.Book.Offices)
        {
            if (IsUntil(office.Term, at.Body, close) && j.Book.FindThing(office) is >= 0 and var thing && j.Mandates.WasEverHeld(thing))
                posts.Add(thing);
        }

        foreach (var other in j.Book.Edition.Bodies)
        {
            if (other.EachOf is null && IsUntil(other.Term, at.Body, close) && j.Book.All.FindThing(new BodyAt(other)) is >= 0 and var thing && j.Mandates.WasEverHeld(thing))
                posts.Add(thing);
        }

        return posts;
    }

    private static bool IsUntil(Slot<Term>? term, Body body, bool close) =>
        term is { IsSaid: true } && term.Said.UntilNext == body && term.Said.AtClose == close;

    /// <summary>Whether a mandate holds on the last day and no longer on the first day after it.</summary>
    private static bool Any(Judgement j, int relation, int post)
    {
        foreach (var link in j.View.Objects(relation, post))
        {
            if (j.View.Store[link.Version].Until == j.Today)
                return true;
        }

        return false;
    }
}
