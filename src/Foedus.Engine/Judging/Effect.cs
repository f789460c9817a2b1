using Foedus.Engine.Kernel;

namespace Foedus.Engine.Judging;

public enum EffectKind
{
    /// <summary>A dated fact.</summary>
    Fact,

    /// <summary>A dated fact whose value is a figure: the place in <see cref="Branch.Figures"/>.</summary>
    Figure,

    /// <summary>How another act stands: suspended, void, ended.</summary>
    Standing,

    /// <summary>Something that the clock will bring unless an answer comes first.</summary>
    Prepare,

    /// <summary>A timely answer: what the clock had prepared will not come.</summary>
    Overlay,
}

/// <summary>What an accepted act writes, in the readings in which it is accepted.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Key">The timeline, for a fact.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after.</param>
/// <param name="Value">The value of a fact; the standing; the due day's guard.</param>
/// <param name="Target">The act whose standing is stated, or the prepared source that is overlaid.</param>
/// <param name="Through">For a fact that the clock brings: the position of its <see cref="EffectKind.Prepare"/> among the effects; else -1.</param>
public readonly record struct Effect(EffectKind Kind, FactKey Key, Day From, Day Until, long Value, int Target, int Through)
{
    /// <summary>The value of a fact whose object is the act prepared at the position in <see cref="Target"/>.</summary>
    public const long PreparedObject = long.MinValue + 1;

    /// <summary>The tag of a source that is what an act makes, as against what the clock brings: the <see cref="Target"/> of its preparation.</summary>
    public const int ProductTag = 1;
}
