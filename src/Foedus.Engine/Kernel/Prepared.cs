using System.Runtime.InteropServices;

namespace Foedus.Engine.Kernel;

/// <summary>A prospective act as the store keeps it: with its place in the chain, so that neither its length nor its number is ever walked.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct Prepared
{
    public int Parent;
    public int Recorded;
    public Day Due;
    public int Tag;

    /// <summary>The first day on which it and everything that it follows have come.</summary>
    public Day Arrives;

    /// <summary>The nearest source that was ever challenged: itself or one that it follows; <see cref="FactStore.NoSource"/> if there is none.</summary>
    public int Challenged;

    /// <summary>The prospective acts that follow it, as a list through <see cref="NextSibling"/>; indices, or -1.</summary>
    public int FirstChild;
    public int LastChild;
    public int NextSibling;

    /// <summary>Its versions that were recorded together with it lie in this range.</summary>
    public int FirstVersion;
    public int EndVersion;
}
