using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <summary>Counts the seats of a body by its charter and the figures returned.</summary>
public static class SeatCounter
{
    public static SeatCount Count(Inquiry inquiry, Body body) => new(body, Ratio.Zero, null, [], []);

    public static Ratio? Members(Inquiry inquiry, Body body) => Count(inquiry, body).Total;
}
