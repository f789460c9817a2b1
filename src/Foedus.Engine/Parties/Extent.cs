using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Parties;

/// <summary>
/// The exact set behind a phrase on the day of an inquiry: its members after "of", "except", "concerned" and "that"; words such as "any" and
/// numbers do not change it.
/// </summary>
public sealed class Extent
{
    private readonly WhoReader _reader;
    private readonly Anchor _anchor;

    internal Extent(WhoReader reader, Party set, Anchor anchor)
    {
        _reader = reader;
        _anchor = anchor;
        Set = set;
    }

    public Party Set { get; }

    /// <summary>How many there are; an interval where some are not named or a number is open.</summary>
    public Many Size => _reader.SizeOf(Set, _anchor);

    /// <summary>Whether somebody is in the set, or stands for something in it.</summary>
    public Truth Has(int thing) => _reader.Fit(thing, Set, _anchor).Truth;

    /// <summary>The members that are on record by name: units, bodies, holders of seats.</summary>
    public IEnumerable<int> Named() => _reader.AllNamedIn(Set, _anchor);
}
