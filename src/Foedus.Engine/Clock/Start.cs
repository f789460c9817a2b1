using Foedus.Engine.Kernel;

namespace Foedus.Engine.Clock;

/// <summary>From what a period runs: an event of a day, or a day with whose beginning it begins.</summary>
/// <param name="Day">The day.</param>
/// <param name="AtBoundary">
/// True if the period begins with the day itself, because another ended with the day before: then that day counts in any case
/// (German Civil Code, section 187(2)).
/// </param>
public readonly record struct Start(Day Day, bool AtBoundary = false);
