using Foedus.Engine.Bodies;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Deciding;

/// <summary>Places that vote, with whom each name stands for. It is never changed once it is laid out.</summary>
internal sealed class RollOfPlaces
{
    private readonly Dictionary<int, List<int>> _byThing = [];

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

    /// <summary>The places that a name stands for; null if it stands for none.</summary>
    public List<int>? Of(int thing) => _byThing.GetValueOrDefault(thing);

    private void Enter(int thing, int place)
    {
        if (!_byThing.TryGetValue(thing, out var places))
            _byThing.Add(thing, places = new List<int>(1));
        if (places.Count == 0 || places[^1] != place)
            places.Add(place);
    }
}
