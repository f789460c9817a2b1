using Foedus.Engine.Bodies;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Deciding;

/// <summary>Places that vote and are alike: those of one unit in one body or chamber, or the one place of somebody by name.</summary>
/// <param name="Unit">The unit whose places they are, or -1.</param>
/// <param name="Body">The body or chamber in which they are; null for voters of no body.</param>
/// <param name="Holder">The person or office that holds the place, or -1.</param>
/// <param name="Count">How many places.</param>
/// <param name="OnRecord">True if who holds them is on record, so that nobody else can.</param>
internal sealed record VotingPlaces(int Unit, BodyAt? Body, int Holder, SeatRange Count, bool OnRecord);
