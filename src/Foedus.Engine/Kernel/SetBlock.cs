namespace Foedus.Engine.Kernel;

/// <summary>
/// A run of links of one set. A walk passes over a run whose links cannot show: the day lies outside of every span in it, or all of them are
/// closed by then.
/// </summary>
internal struct SetBlock
{
    /// <summary>How many links a block holds.</summary>
    public const int Size = 16;

    public int Set;
    public int First;
    public int Count;

    /// <summary>The first link of the next block of the set, or -1.</summary>
    public int NextFirst;

    /// <summary>Earliest first day of anything in it, and latest end.</summary>
    public Day From;

    public Day Until;

    /// <summary>How many of its links are closed: from <see cref="ClosedFrom"/> on, to whoever knows of act <see cref="ClosedKnown"/>.</summary>
    public int Closed;

    public Day ClosedFrom;
    public int ClosedKnown;

    /// <summary>Whether nothing in it can show.</summary>
    public readonly bool IsDark(Day day, int known) =>
        day < From || day >= Until || (Closed == Count && day >= ClosedFrom && known >= ClosedKnown);
}
