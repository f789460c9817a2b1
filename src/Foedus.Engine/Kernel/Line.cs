using System.Runtime.InteropServices;

namespace Foedus.Engine.Kernel;

/// <summary>A timeline: its key, its newest version, and where retroactive writes begin.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct Line
{
    /// <summary>No retroactive write.</summary>
    public const int Never = int.MaxValue;

    public ulong Key;

    /// <summary>The newest version, or -1.</summary>
    public int Head;

    /// <summary>
    /// The first version that starts or ends before the one recorded before it. Older versions than this are in order of both days, so below
    /// one that is over none can show.
    /// </summary>
    public int FirstRetroactive;

    /// <summary>How many such versions there are.</summary>
    public int Retroactive;

    /// <summary>Index of the span index, or -1.</summary>
    public int Index;

    /// <summary>
    /// The newest link of this timeline in a set, or -1. The timeline of a pair has one in the set of objects and, if the inverse is kept, the
    /// next one in the set of subjects; that of a functional relation has one for each version with an object.
    /// </summary>
    public int Link;
}
