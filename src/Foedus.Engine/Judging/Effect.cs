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

    /// <summary>A source of its own for what the act makes, which can fall without the act.</summary>
    Prepare,
}

/// <summary>What an accepted act writes, in the readings in which it is accepted.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Key">The timeline, for a fact.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after.</param>
/// <param name="Value">The value of a fact; the standing.</param>
/// <param name="Target">The act whose standing is stated.</param>
/// <param name="Through">For a fact under a source of its own: the position of its <see cref="EffectKind.Prepare"/> among the effects; else -1.</param>
public readonly record struct Effect(EffectKind Kind, FactKey Key, Day From, Day Until, long Value, int Target, int Through)
{
    /// <summary>The tag of a source that is what an act makes: the <see cref="Target"/> of its preparation.</summary>
    public const int ProductTag = 1;
}
