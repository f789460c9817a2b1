using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Seats;

/// <summary>What one unit has in one group of seats.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="By">The provision that gives the seats.</param>
/// <param name="Least">The least that it has.</param>
/// <param name="Most">The most; null if nothing bounds it, or if it cannot be told.</param>
public sealed record UnitSeats(int Unit, Provision By, Ratio Least, Ratio? Most)
{
    /// <summary>True for seats that it has through those beneath it: of its parts together, and not besides them.</summary>
    public bool OfParts { get; init; }

    public SeatRange Range => new(Least, Most);
}
