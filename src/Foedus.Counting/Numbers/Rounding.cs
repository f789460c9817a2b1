namespace Foedus.Counting;

/// <summary>What becomes of a part of a whole. Texts often forget to say; then it is a silence, never a default.</summary>
public enum Rounding
{
    /// <summary>The part counts as it is: half votes and card votes.</summary>
    Exact,

    /// <summary>The part is dropped.</summary>
    Down,

    /// <summary>The part counts from one half.</summary>
    HalfUp,

    /// <summary>Any part counts as a whole.</summary>
    Up,

    /// <summary>The part counts where it is more than one half.</summary>
    HalfDown,
}
