using System.Collections.Immutable;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Bodies;

/// <summary>The members of a body on a day, chamber by chamber: who has a place, and how many places are held by whom nobody named.</summary>
public sealed class Roster(BodyAt body, ImmutableArray<RosterLine> lines)
{
    private Dictionary<int, int>? _byHolder;
    private SeatRange? _size;

    public BodyAt Body { get; } = body;

    /// <summary>The places of its members as they vote, once they were laid out; the same for as long as the roster is.</summary>
    internal Deciding.RollOfPlaces? Places { get; set; }

    /// <summary>The same without some who were barred last, by who they are.</summary>
    internal (int[] Key, Deciding.RollOfPlaces Places)? Barred { get; set; }

    public ImmutableArray<RosterLine> Lines { get; } = lines;

    /// <summary>How many members there are.</summary>
    public SeatRange Size
    {
        get
        {
            if (_size is { } known)
                return known;
            var sum = SeatRange.None;
            foreach (var line in Lines)
                sum += line.Count;
            _size = sum;
            return sum;
        }
    }

    /// <summary>The place among the lines of a member by name, or -1.</summary>
    public int Find(int holder)
    {
        if (_byHolder is null)
        {
            _byHolder = [];
            for (var i = 0; i < Lines.Length; i++)
            {
                if (Lines[i].Holder >= 0)
                    _byHolder.TryAdd(Lines[i].Holder, i);
            }
        }

        return _byHolder.GetValueOrDefault(holder, -1);
    }

    /// <summary>The lines of a unit.</summary>
    public IEnumerable<RosterLine> Of(int unit) => Lines.Where(l => l.Unit == unit);
}
