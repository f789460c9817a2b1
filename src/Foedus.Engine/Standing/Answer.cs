using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Standing;

/// <summary>An answer about how something stands, as seen by somebody who uses certain assumptions.</summary>
/// <param name="IsDetermined">Whether there is one value in all readings that remain.</param>
/// <param name="Value">That value; else the first of the possible ones.</param>
/// <param name="Possible">The values in the readings that remain, each once.</param>
/// <param name="Grounds">The reasons met on the way to them, each once.</param>
/// <param name="Assuming">The assumptions without which the value would not be determined.</param>
/// <param name="Turns">The open places on which an undetermined value turns.</param>
/// <param name="Needs">What is still needed, and from whom.</param>
public sealed record Answer<T>(
    bool IsDetermined,
    T Value,
    ImmutableArray<T> Possible,
    ImmutableArray<Ground> Grounds,
    ImmutableArray<Assumption> Assuming,
    ImmutableArray<Silence> Turns,
    ImmutableArray<Need> Needs);
