using System.Runtime.InteropServices;

namespace Foedus.Engine.Kernel;

/// <summary>A timeline, or one version of a functional timeline, as a member of a set.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct SetLink
{
    public int Line;

    /// <summary>The version whose value is the object, for a functional relation; -1 if the timeline is of one pair.</summary>
    public int Version;

    public int Recorded;
    public int Previous;
    public int Next;
    public int Block;

    /// <summary>The link of an older version of the same functional timeline, or -1.</summary>
    public int Older;

    /// <summary>
    /// True if from some day on it shows no more: a later version covers the rest of time, unconditionally, by an act never challenged.
    /// </summary>
    public bool Closed;
}
