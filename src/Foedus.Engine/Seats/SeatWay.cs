using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <summary>The seats of a body on one way of reading the silences that the count meets.</summary>
/// <param name="Readings">The silences met, in the order in which they were met, each with the index of its reading.</param>
/// <param name="Count">The seats.</param>
/// <param name="Grounds">What was read and used.</param>
public sealed record SeatWay(ImmutableArray<(Silence Silence, int Reading)> Readings, SeatCount Count, ImmutableArray<Ground> Grounds)
{
    /// <summary>"art 6 method: Webster"; a reading that nobody has listed is "none of those listed".</summary>
    public override string ToString() =>
        string.Join("; ", Readings.Select(r => r.Silence.Address + ": " + WordsOf(r.Silence, r.Reading)));

    private static string WordsOf(Silence silence, int reading) =>
        reading < silence.Tried ? silence.Readings[reading] : "none of those listed";
}
