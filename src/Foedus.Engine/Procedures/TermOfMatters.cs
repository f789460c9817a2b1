using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Procedures;

/// <summary>
/// What becomes of a pending matter when the term of the body before which it stands ends: nobody sits there any more who sat there when it was
/// put. It is read off the record of mandates and never written, so that it follows whatever is recorded later.
/// </summary>
internal static class TermOfMatters
{
    /// <summary>The clause on it, where a term has ended since the matter was put; null where none has.</summary>
    public static Slot<bool>? Ended(Inquiry q, int matter, Stage stage)
    {
        if (stage.Procedure.LapsesWithTerm is not { } slot || (slot.IsSaid && !slot.Said) || stage.Before is not { IsSaid: true } before || DayPut(q, matter) is not { } put)
            return null;
        foreach (var party in before.Said.Before.Parties)
        {
            if (party is not { Kind: PartyKind.Body, Body: { } body })
                continue;
            if (body.EachOf is null ? HasEnded(q, new BodyAt(body), put) : q.Parties.ExtentOf(party, q.Anchor).Named().Any(t => q.BodyOf(t) is { } at && HasEnded(q, at, put)))
                return slot;
        }

        return null;
    }

    /// <summary>Notes that a matter is over with the term; false if nothing more can be done about it.</summary>
    public static bool GoesOn(Judgement j, int matter, Stage stage)
    {
        if (Ended(j, matter, stage) is not { } slot)
            return true;
        if (!j.Ask(slot, out var lapses))
            return false;
        if (lapses)
            j.Refuse(slot.By, GroundKind.MatterLapsed, j.Roll.NameOf(matter));
        return !lapses;
    }

    /// <summary>Whether some sat in a body, or in a chamber of it, on a day, of whom none is in office now.</summary>
    private static bool HasEnded(Inquiry q, BodyAt body, Day put)
    {
        if (body.Body.Chambers.Count > 0)
            return body.Body.Chambers.Exists(c => HasEnded(q, body.Chamber(c), put));
        var post = q.Book.All.FindThing(body);
        if (!q.Mandates.WasEverHeld(post) || IsHeld(q, post, put))
            return false;
        return IsHeld(new Inquiry(q.State, q.Book, q.View.AsAt(put), q.Readings), post, put);
    }

    private static bool IsHeld(Inquiry q, int post, Day since) =>
        q.Mandates.Of(post).Any(m => m.From <= since) || q.Mandates.Delegations(post).Any(m => m.From <= since) || q.Mandates.ElectedNumbers(post).Any(m => m.From <= since);

    /// <summary>The day on which a matter first came to a stage.</summary>
    private static Day? DayPut(Inquiry q, int matter) => q.View.TryValue(Relations.Put, matter, out var day) ? new Day((int)day) : null;
}
