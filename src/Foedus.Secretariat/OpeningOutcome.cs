using System.Collections.Immutable;
using Foedus.Charter.Text;

namespace Foedus.Secretariat;

/// <summary>What became of opening a federation.</summary>
/// <param name="Texts">Every text that was read, for messages and for edits.</param>
public abstract record OpeningOutcome(ImmutableArray<SourceText> Texts)
{
    /// <summary>It is open. Its texts may still have problems: <see cref="OpenedFederation.Problems"/>.</summary>
    /// <param name="Federation">The federation.</param>
    /// <param name="Texts">Every text that was read.</param>
    public sealed record Opened(OpenedFederation Federation, ImmutableArray<SourceText> Texts) : OpeningOutcome(Texts);

    /// <summary>It cannot be opened.</summary>
    /// <param name="Problems">At least one; what stands in the way comes first.</param>
    /// <param name="Texts">What was read before.</param>
    public sealed record Failed(ImmutableArray<Problem> Problems, ImmutableArray<SourceText> Texts) : OpeningOutcome(Texts);
}
