using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Judging;

/// <content>Seats and members of bodies.</content>
public partial class Inquiry
{
    /// <summary>
    /// The seats of a body as at the day, with the arithmetic. What was read is noted; what stays open stands in the count, since another
    /// unit's missing return need not bear on the act.
    /// </summary>
    public SeatCount Seats(Body body) => SeatCounter.Count(this, body);

    /// <summary>
    /// How many members a body has on the day: the mandates held, by credentials or election, or its seats where neither is recorded; null
    /// if that is not known, with the reasons noted.
    /// </summary>
    public Ratio? Members(Body body) => SeatCounter.Members(this, body);

    /// <summary>
    /// Fills a place of a rule of seats as <see cref="Ask{T}(Slot{T}, out T)"/> does; what stays open is given back instead of being noted.
    /// </summary>
    internal bool Fill<T>(Slot<T> slot, out T value, out Ground open)
    {
        var mark = Mark();
        open = default;
        if (Ask(slot, out value))
            return true;
        open = Cut(mark)[^1];
        return false;
    }
}
