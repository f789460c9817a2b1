using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Seats;

/// <summary>Counts the seats and the members of a body by its charter, the figures returned and the mandates recorded.</summary>
public static class SeatCounter
{
    /// <summary>
    /// The seats of a body, with those of each unit, on the inquiry's way of reading. Places are read and figures are looked up only where
    /// the result hangs on them.
    /// </summary>
    public static SeatCount Count(Inquiry inquiry, BodyAt body) => new BodyCounter(inquiry, totalOnly: false).Count(body);

    /// <summary>
    /// How many seats a body has, without sharing them out: of "371 among republics" no figure and no method is needed.
    /// </summary>
    public static SeatCount Total(Inquiry inquiry, BodyAt body) => new BodyCounter(inquiry, totalOnly: true).Count(body);

    /// <summary>
    /// How many members a body has: the seats for which credentials were accepted, if any were; else the number elected; else the members
    /// named; else those of its chambers; else its seats.
    /// </summary>
    public static SeatRange MemberRange(Inquiry inquiry, BodyAt body)
    {
        var memory = inquiry.View.Log is null ? inquiry.State.Mandates : null;
        if (memory is not null && memory.TryGet(body, inquiry.Today, inquiry.State.Store.Count, out var known))
            return known;
        var free = inquiry.Readings.Path.Count == 0;
        var notes = inquiry.Grounds.Count;
        var range = Mandates(inquiry, body) is { } held ? held : inquiry.TotalSeats(body).Range;
        if (free && inquiry.Readings.Path.Count == 0 && inquiry.Readings.Assumed.Count == 0 && inquiry.Grounds.Count == notes)
            memory?.Keep(body, inquiry.Today, range);
        return range;
    }

    /// <summary>The same where it is one number; null if it is not known.</summary>
    public static Ratio? Members(Inquiry inquiry, BodyAt body) => MemberRange(inquiry, body).Exact;

    /// <summary>The mandates on record, or null if there are none.</summary>
    private static SeatRange? Mandates(Inquiry inquiry, BodyAt body)
    {
        var thing = inquiry.Book.All.FindThing(body);
        Ratio? certified = null;
        foreach (var link in inquiry.View.Objects(Relations.Credentials, thing))
            certified = (certified ?? Ratio.Zero) + link.Value;
        if (certified is { } seats)
            return SeatRange.Exactly(seats);
        if (inquiry.View.TryValue(Relations.Elected, thing, out var elected))
            return SeatRange.Exactly(elected);
        var named = inquiry.View.Objects(Relations.Seat, thing).Count();
        if (named > 0)
            return SeatRange.Exactly(named);
        if (body.Body.Seats.Count > 0 || body.Body.Chambers.Count == 0)
            return null;
        SeatRange? sum = null;
        foreach (var chamber in body.Body.Chambers)
        {
            if (Mandates(inquiry, body.Chamber(chamber)) is not { } held)
                held = inquiry.TotalSeats(body.Chamber(chamber)).Range;
            sum = (sum ?? SeatRange.None) + held;
        }

        return sum is { IsExact: true } ? sum : null;
    }
}
