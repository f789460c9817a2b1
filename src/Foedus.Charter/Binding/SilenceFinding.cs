using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Binding;

/// <summary>What was found at the address of a silence: the silence, and the index of the reading that was proposed (null: none was, or it does not fit).</summary>
public sealed record SilenceFinding(Silence? Silence, int? Reading, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>True if the reading fits and nobody has listed it, and whoever asked may not add it.</summary>
    public bool WouldBring { get; init; }
}
