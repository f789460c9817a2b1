using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <summary>How many seats a body or a unit has, over all ways of reading that remain.</summary>
/// <param name="Values">The different numbers that come out, from small to large; one, where the readings make no difference.</param>
/// <param name="Assuming">The assumptions without which it would not be so.</param>
/// <param name="Turns">The silences on which it still turns.</param>
/// <param name="Independent">The silences that the count meets and on which it never turned.</param>
/// <param name="Needs">What would determine it: silences to be settled, figures to be returned, ties to be decided.</param>
public sealed record SeatAnswer(
    ImmutableArray<SeatRange> Values,
    ImmutableArray<Assumption> Assuming,
    ImmutableArray<Silence> Turns,
    ImmutableArray<Silence> Independent,
    ImmutableArray<Need> Needs)
{
    /// <summary>The one number of seats, if it is determined.</summary>
    public Ratio? Seats => Values is [var only] ? only.Exact : null;

    /// <summary>True if every way of reading gives a number, though not all the same.</summary>
    public bool IsAmongKnown => Values.All(v => v.IsExact);

    /// <summary>The least and the most over all that comes out.</summary>
    public SeatRange Range => new(
        Values.Select(v => v.Least).Min(),
        Values.All(v => v.Most is not null) ? Values.Select(v => v.Most!.Value).Max() : null);

    /// <summary>"5", "4 or 5", "5 or not determined".</summary>
    public override string ToString() => string.Join(" or ", Values);
}
