using System.Collections.Frozen;

namespace Foedus.Engine.Kernel;

/// <summary>What is left out of account when something is judged as if certain sources had fallen.</summary>
/// <param name="Sources">The sources; what was prepared on their account falls with them.</param>
/// <param name="Standing">How they are taken to stand: void or ended.</param>
/// <param name="From">From which day.</param>
internal sealed record Supposition(FrozenSet<int> Sources, SourceStanding Standing, Day From)
{
    /// <summary>How a source is taken to stand at a day; null if nothing is supposed of it.</summary>
    public SourceStanding? Of(int source, Day day) => day >= From && Sources.Contains(source) ? Standing : null;
}
