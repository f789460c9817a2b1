using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <summary>Something that keeps seats from being determined.</summary>
/// <param name="By">The provision that gives the seats.</param>
/// <param name="Unit">The unit whose seats it keeps open, or -1: those of every unit in the group.</param>
/// <param name="OfTotal">True if it also bears on how many seats the body has.</param>
/// <param name="Ground">The reason, with what is needed.</param>
public sealed record SeatOpening(Provision By, int Unit, bool OfTotal, Ground Ground);
