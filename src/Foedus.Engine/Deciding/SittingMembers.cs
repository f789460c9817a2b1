using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Deciding;

/// <summary>The places of a body on a day: those of each unit, those of no unit, and those of offices; whoever is on record has his own.</summary>
internal static class SittingMembers
{
    /// <summary>Adds the places of a body, chamber by chamber.</summary>
    /// <param name="inquiry">Who asks.</param>
    /// <param name="body">The body.</param>
    /// <param name="byUnits">False if only their number is asked for; then nothing is read that sharing them out would need.</param>
    /// <param name="places">Where they go.</param>
    public static void Add(Inquiry inquiry, BodyAt body, bool byUnits, List<VotingPlaces> places) => Add(inquiry.RosterOf(body, byUnits), byUnits, places);

    /// <summary>The places of everybody on a roster.</summary>
    public static RollOfPlaces Of(Roster roster, bool byUnits)
    {
        var places = new List<VotingPlaces>(roster.Lines.Length);
        Add(roster, byUnits, places);
        return new RollOfPlaces(places);
    }

    private static void Add(Roster roster, bool byUnits, List<VotingPlaces> places)
    {
        // Places of one unit in one chamber that nobody is named for are alike, whatever lines of the charter they come from.
        var alike = new Dictionary<(BodyAt Body, int Unit, SeatRecord Record), int>();
        foreach (var line in roster.Lines)
        {
            var unit = byUnits ? line.Unit : -1;
            if (byUnits && line.Holder >= 0)
            {
                places.Add(new VotingPlaces(unit, line.Body, line.Holder, line.Count, OnRecord: true));
                continue;
            }

            var key = (line.Body, unit, byUnits ? line.Record : SeatRecord.None);
            if (alike.TryGetValue(key, out var at))
            {
                places[at] = places[at] with { Count = places[at].Count + line.Count };
                continue;
            }

            alike.Add(key, places.Count);
            places.Add(new VotingPlaces(unit, line.Body, -1, line.Count, OnRecord: byUnits && (line.Record == SeatRecord.Beside || (line.Filled && unit >= 0))));
        }
    }
}
