namespace Foedus.Counting;

public enum StepsFaultKind
{
    /// <summary>The table has no band.</summary>
    NoBands,

    /// <summary>Figures that no band speaks of.</summary>
    Gap,

    /// <summary>Figures that two bands speak of.</summary>
    Overlap,

    /// <summary>The text does not say to which of two neighbours their common bound belongs, and they differ there.</summary>
    BoundUnsaid,

    /// <summary>Neither of two neighbours says where one ends and the other begins. The second is left out.</summary>
    BoundMissing,

    /// <summary>The band ends before it begins. It is left out.</summary>
    EmptyBand,

    /// <summary>A step or what it adds is not above zero. The band is left out.</summary>
    BadGrowth,

    /// <summary>A greater figure gives fewer seats: the band begins with fewer than the one before it ends with.</summary>
    Falls,

    /// <summary>The least seats of the table exceed its most.</summary>
    LimitsCrossed,
}
