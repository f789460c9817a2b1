using Foedus.Charter.Model;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Clock;

/// <summary>Something has happened from which time may run.</summary>
/// <param name="Kind">What.</param>
/// <param name="About">To what: a matter, an act, a body, a session, an office, a unit.</param>
/// <param name="On">The day; of what an act says for a later day, that day.</param>
/// <param name="Fact">The word of the fact, for <see cref="EventKind.Fact"/>; else -1.</param>
internal readonly record struct Happening(EventKind Kind, int About, Day On, int Fact = -1)
{
    /// <summary>True if something ended with the day before: a period that begins with it counts its first day in any case.</summary>
    public bool AtBoundary => Kind == EventKind.EndOfTerm;
}
