using System.Collections.Immutable;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Bodies;

/// <summary>Lays out who has a place in a body on a day: the mandates on record, and the seats of which nothing was recorded.</summary>
internal static class RosterMaker
{
    public static Roster Make(Inquiry inquiry, BodyAt body)
    {
        var lines = ImmutableArray.CreateBuilder<RosterLine>();
        Add(inquiry, body, lines);
        return new Roster(body, lines.ToImmutable());
    }

    private static void Add(Inquiry inquiry, BodyAt body, ImmutableArray<RosterLine>.Builder lines)
    {
        if (body.Body.Seats.Count == 0 && body.Body.Chambers.Count > 0)
        {
            foreach (var chamber in body.Body.Chambers)
                Add(inquiry, body.Chamber(chamber), lines);
            return;
        }

        var thing = inquiry.Book.All.FindThing(body);
        var named = new Dictionary<int, int>();
        var (any, people) = (false, 0);
        if (thing >= 0)
        {
            foreach (var link in inquiry.View.Objects(Relations.Seat, thing))
            {
                var unit = (int)link.Value - 1;
                named[unit] = named.GetValueOrDefault(unit) + 1;
                people++;
                lines.Add(new RosterLine(link.Thing, unit, null, body, SeatRange.Exactly(1), Filled: true));
            }

            foreach (var link in inquiry.View.Objects(Relations.Credentials, thing))
            {
                any = true;
                Unnamed(link.Thing, link.Value - named.GetValueOrDefault(link.Thing));
            }

            if (!any && inquiry.View.TryValue(Relations.Elected, thing, out var elected))
            {
                any = true;
                Unnamed(-1, elected - people);
            }
        }

        if (any || people > 0)
            return;
        var count = inquiry.Seats(body);
        if (count.Shares.IsEmpty)
            lines.Add(new RosterLine(-1, -1, null, body, count.Range, Filled: false));
        foreach (var share in count.Shares)
            lines.Add(new RosterLine(-1, share.Unit, null, body, share.Range, Filled: false));

        void Unnamed(int unit, long seats)
        {
            if (seats > 0)
                lines.Add(new RosterLine(-1, unit, null, body, SeatRange.Exactly((Ratio)seats), Filled: true));
        }
    }
}
