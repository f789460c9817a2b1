using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Judging;

/// <content>Seats and members of bodies.</content>
public partial class Inquiry
{
    /// <summary>The seats of a body as at the day, with the arithmetic; open places that it meets are noted as reasons.</summary>
    public SeatCount Seats(Body body) => SeatCounter.Count(this, body);

    /// <summary>
    /// How many members a body has on the day: the mandates held, by credentials or election, or its seats where neither is recorded; null
    /// if that is not known.
    /// </summary>
    public Ratio? Members(Body body) => SeatCounter.Members(this, body);
}
