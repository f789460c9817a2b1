using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Standing;

/// <summary>How many seats a body has, or a unit in a body.</summary>
public static class SeatStanding
{
    /// <summary>The seats of a body as at a day, or those of one unit in it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="body">The body.</param>
    /// <param name="unit">The unit, a thing on the roll, or -1 for the whole body.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="assumptions">Assumptions to be used.</param>
    /// <param name="book">The edition by which it is answered; that in force on the day if null.</param>
    public static Answer<SeatRange> Of(State state, Body body, int unit, Day day, AssumptionSet assumptions, Rulebook? book = null) =>
        StandingQuestion.Ask(state, StandingQuestion.BookAt(state, day, book), day, assumptions, q => Look(q, body, unit), SeatRange.Open);

    private static SeatRange Look(Inquiry q, Body body, int unit)
    {
        var count = q.Seats(body);
        var (least, most) = unit < 0 ? (count.Least, count.Most) : count.Of(unit);
        if (!q.Grounds.Any(g => g.By is not null))
            q.Cite(body.By, GroundKind.Recorded);
        return new SeatRange(least, most, most != least && q.Standing == Truth.Open);
    }
}
