using System.Runtime.InteropServices;

namespace Foedus.Engine.Kernel;

/// <summary>
/// One dated statement on one timeline: a value over a span of days, recorded by a source. Later versions overlay earlier ones on their span.
/// </summary>
/// <param name="Value">A thing, a count or an amount in minor units; <see cref="Nothing"/> states that from this version nothing holds.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="Until">First day on which it no longer holds.</param>
/// <param name="Recorded">Number of the act with which it entered the ledger.</param>
/// <param name="Source">An act (0 or more) or a prospective act (negative). The version holds only where its source stands.</param>
/// <param name="Condition">The readings in which it holds; 0 is always.</param>
/// <param name="Line">Index of its timeline.</param>
/// <param name="Previous">The version recorded before it on the same timeline, or -1.</param>
/// <param name="Jump">An older version for skipping (Myers 1983), or -1.</param>
/// <param name="Depth">How many versions of the timeline are older.</param>
/// <param name="SkippedFrom">Earliest first day among this version and those that the jump skips.</param>
/// <param name="SkippedUntil">Latest end among this version and those that the jump skips.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct FactVersion(
    long Value,
    Day From,
    Day Until,
    int Recorded,
    int Source,
    Condition Condition,
    int Line,
    int Previous,
    int Jump,
    int Depth,
    Day SkippedFrom,
    Day SkippedUntil)
{
    /// <summary>The value that says that nothing holds: a cessation.</summary>
    public const long Nothing = long.MinValue;

    public bool Covers(Day day) => From <= day && day < Until;

    /// <summary>Where to look next below this version for one that covers the day.</summary>
    internal int Below(Day day) => day < SkippedFrom || day >= SkippedUntil ? Jump : Previous;
}
