namespace Foedus.Engine.Kernel;

/// <summary>A timeline: its key, its newest version, and where retroactive writes begin.</summary>
internal struct Line
{
    /// <summary>No retroactive write.</summary>
    public const int Never = int.MaxValue;

    public ulong Key;

    /// <summary>The newest version, or -1.</summary>
    public int Head;

    /// <summary>
    /// The first version that starts or ends before the one recorded before it. Older versions than this are in order of both days and can be
    /// searched by jumps; from here on a version below may still show under a newer one.
    /// </summary>
    public int FirstRetroactive;

    /// <summary>How many such versions there are.</summary>
    public int Retroactive;

    /// <summary>Index of the span index, or -1.</summary>
    public int Index;
}
