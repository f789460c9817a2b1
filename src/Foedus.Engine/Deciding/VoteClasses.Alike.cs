using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;

namespace Foedus.Engine.Deciding;

/// <content>Places that weigh the same by every column are entered together, so that a large body costs no more than its parts.</content>
internal sealed partial class VoteClasses
{
    private Dictionary<(BodyAt? Chamber, int Unit), Likes>? _others;
    private Likes? _latest;
    private bool _areAlike;
    private UnitKind? _partedBy;

    /// <summary>
    /// Whether what a place weighs hangs on nothing but its chamber and the unit of one kind above it: then places are told apart by these.
    /// </summary>
    private void TellApart()
    {
        (_latest, _others) = (null, null);
        (_partedBy, var several) = (null, false);
        foreach (var column in _columns)
        {
            several |= _partedBy is not null && column.Part?.Kind is { } other && other != _partedBy;
            _partedBy ??= column.Part?.Kind;
        }

        if (several)
            _partedBy = null;
        _areAlike = !several && Weights.IsByHead && _columns.TrueForAll(c => c.By is CountedBy.Heads or CountedBy.Votes);
    }

    /// <summary>The places that are entered with this one; null if each is entered by itself.</summary>
    private Likes? LikesOf(VotingPlaces place)
    {
        if (!_areAlike)
            return null;
        var key = (place.Body, _partedBy is { } kind ? Roll.Above(place.Unit, kind) : -1);
        if (_latest is { } latest && latest.Key == key)
            return latest;
        if (_latest is null)
            return _latest = new Likes(key, WeightsOf(place, null));
        _others ??= new() { [_latest.Key] = _latest };
        if (!_others.TryGetValue(key, out var likes))
            _others.Add(key, likes = new Likes(key, WeightsOf(place, null)));
        return _latest = likes;
    }

    /// <summary>Enters places; those whose weights are those of others with those others.</summary>
    private void Add(VotingPlaces place, long count, WeightBounds[] weights, ResponseCounts given, int? pool)
    {
        var likes = _latest is { } latest && ReferenceEquals(latest.Weights, weights) ? latest : null;
        if (likes?.Entries.Find(e => e.Pool == pool) is { } entry)
        {
            entry.Count += count;
            foreach (var response in Responses)
                entry.Given = entry.Given.Plus(response, given[response]);
            return;
        }

        entry = new VoteEntry(place, count, weights, given, pool);
        _entries.Add(entry);
        likes?.Entries.Add(entry);
    }

    /// <summary>Places that weigh the same, as they were entered: those of each part of the told numbers together.</summary>
    private sealed record Likes((BodyAt? Chamber, int Unit) Key, WeightBounds[] Weights)
    {
        public List<VoteEntry> Entries { get; } = [];
    }
}
