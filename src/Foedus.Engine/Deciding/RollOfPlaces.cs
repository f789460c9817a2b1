using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Deciding;

/// <summary>Places that vote, with whom each name stands for. It is never changed once it is laid out.</summary>
internal sealed class RollOfPlaces
{
    private readonly Dictionary<int, List<int>> _byThing = [];
    private Tier? _above;
    private bool? _hasUnlikeUnits;

    public RollOfPlaces(IReadOnlyList<VotingPlaces> places)
    {
        Places = places;
        var size = SeatRange.None;
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            size += place.Count;
            if (place.Holder >= 0)
                Enter(place.Holder, i);
            if (place.Unit >= 0)
                Enter(place.Unit, i);
        }

        Size = size;
    }

    public IReadOnlyList<VotingPlaces> Places { get; }

    /// <summary>How many places there are.</summary>
    public SeatRange Size { get; }

    /// <summary>Whether some units have more places than others.</summary>
    public bool HasUnlikeUnits =>
        _hasUnlikeUnits ??= Places.Where(p => p.Unit >= 0).GroupBy(p => p.Unit).Select(g => Electorate.Sum(g)).Distinct().Skip(1).Any();

    /// <summary>The places that a name stands for; null if it stands for none.</summary>
    public List<int>? Of(int thing) => _byThing.GetValueOrDefault(thing);

    /// <summary>
    /// The unit of a kind that each unit of the places is or stands beneath, or -1; looked up once for all of them, and kept with the places
    /// where no reading of the text bore on it.
    /// </summary>
    public IReadOnlyDictionary<int, int> Above(Inquiry inquiry, UnitKind kind)
    {
        if (_above is { } known && known.Kind == kind)
            return known.Units;
        var readings = inquiry.Readings.Path.Count;
        var above = new Dictionary<int, int>(Places.Count);
        foreach (var place in Places)
        {
            if (place.Unit >= 0 && !above.ContainsKey(place.Unit))
                above.Add(place.Unit, UnitsBeneath.Above(inquiry, place.Unit, kind));
        }

        if (readings == 0 && inquiry.Readings.Path.Count == 0 && inquiry.Readings.Assumed.Count == 0)
            _above = new Tier(kind, above);
        return above;
    }

    private void Enter(int thing, int place)
    {
        if (!_byThing.TryGetValue(thing, out var places))
            _byThing.Add(thing, places = new List<int>(1));
        if (places.Count == 0 || places[^1] != place)
            places.Add(place);
    }

    private sealed record Tier(UnitKind Kind, Dictionary<int, int> Units);
}
