namespace Foedus.Engine.Kernel;

/// <summary>A place in a store to which it can be cut back: everything written since is forgotten.</summary>
public readonly record struct StoreMark
{
    internal StoreMark(int versions, int lines, int links, int sets, int prospective, int clock, int recorded)
    {
        Versions = versions;
        Lines = lines;
        Links = links;
        Sets = sets;
        Prospective = prospective;
        Clock = clock;
        Recorded = recorded;
    }

    internal int Versions { get; }

    internal int Lines { get; }

    internal int Links { get; }

    internal int Sets { get; }

    internal int Prospective { get; }

    internal int Clock { get; }

    internal int Recorded { get; }
}
