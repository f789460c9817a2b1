using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;

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

    /// <summary>How many members a body has: those in office, and the seats of which nothing was ever recorded.</summary>
    public static SeatRange MemberRange(Inquiry inquiry, BodyAt body) => inquiry.RosterOf(body, byUnits: false).Size;
}
