namespace Foedus.Counting;

/// <summary>What rows of a tally are about that are no candidates.</summary>
public static class TallyLabels
{
    /// <summary>Votes that no longer count for anybody, because their papers rank nobody who could receive them.</summary>
    public const string Exhausted = "exhausted";

    /// <summary>Votes that the rule's rounding leaves with nobody.</summary>
    public const string LostByRounding = "lost by rounding";

    /// <summary>All votes.</summary>
    public const string Total = "total";

    /// <summary>Papers that were cast and are not counted.</summary>
    public const string Invalid = "invalid";

    /// <summary>Papers without any mark.</summary>
    public const string Blank = "blank";
}
