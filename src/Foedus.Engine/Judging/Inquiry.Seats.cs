using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Judging;

/// <content>Seats and members of bodies.</content>
public partial class Inquiry
{
    private Dictionary<(BodyAt Body, bool TotalOnly), (SeatCount Count, Ground[] Noted)>? _seats;

    /// <summary>
    /// The seats of a body as at the day, with those of each unit. What was read is noted; what stays open stands in the count, since another
    /// unit's missing return need not bear on the act.
    /// </summary>
    public SeatCount Seats(BodyAt body) => Counted(body, totalOnly: false);

    /// <summary>The seats of a body of the federation.</summary>
    public SeatCount Seats(Body body) => Seats(new BodyAt(body));

    /// <summary>How many seats a body has, without sharing them out, so that no figure and no method is met that only the sharing needs.</summary>
    public SeatCount TotalSeats(BodyAt body) => Counted(body, totalOnly: true);

    /// <summary>How many seats a body of the federation has.</summary>
    public SeatCount TotalSeats(Body body) => TotalSeats(new BodyAt(body));

    /// <summary>
    /// How many members a body has on the day: the mandates held, by credentials or election, or its seats where neither is recorded; null
    /// if that is not known, as where only some of its seats are on record.
    /// </summary>
    public Ratio? Members(BodyAt body) => SeatCounter.MemberRange(this, body).Exact;

    /// <summary>How many members a body of the federation has.</summary>
    public Ratio? Members(Body body) => Members(new BodyAt(body));

    /// <summary>Counts once; what the count noted is noted again each time, since reasons may have been taken away meanwhile.</summary>
    private SeatCount Counted(BodyAt body, bool totalOnly)
    {
        _seats ??= [];
        if (_seats.TryGetValue((body, totalOnly), out var known))
        {
            _grounds.AddRange(known.Noted);
            return known.Count;
        }

        var mark = Mark();
        var count = totalOnly ? SeatCounter.Total(this, body) : SeatCounter.Count(this, body);
        _seats.Add((body, totalOnly), (count, [.. _grounds[mark..]]));
        return count;
    }

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
