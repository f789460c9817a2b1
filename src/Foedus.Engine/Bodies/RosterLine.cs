using Foedus.Charter.Model;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Bodies;

/// <summary>Places in a body that are alike: that of one member by name, or those of a unit whose holders are not told.</summary>
/// <param name="Holder">Who holds it: a person, a unit by its own name, or an office that sits by itself; -1 where the holders are not told.</param>
/// <param name="Unit">The unit whose seats they are, or -1.</param>
/// <param name="Line">The line of seats of the charter, or null where it is not told which.</param>
/// <param name="Body">The body or the chamber in which they are.</param>
/// <param name="Count">How many; one for a holder by name.</param>
/// <param name="Record">What the record says of them.</param>
public readonly record struct RosterLine(int Holder, int Unit, SeatGroup? Line, BodyAt Body, SeatRange Count, SeatRecord Record)
{
    /// <summary>Whether they are held by a mandate on record.</summary>
    public bool Filled => Record == SeatRecord.Held;
}
