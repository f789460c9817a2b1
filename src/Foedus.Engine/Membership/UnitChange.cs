using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Membership;

/// <summary>What is to happen to units: one record for every way in which it may be brought about.</summary>
/// <param name="What">The word of the change, as a charter has it: "admission", "merger".</param>
/// <param name="Units">The units that it happens to, as they are before it.</param>
internal sealed record UnitChange(string What, ImmutableArray<int> Units)
{
    /// <summary>The unit that comes of a merger, the parts of a split, the successor.</summary>
    public ImmutableArray<int> Into { get; init; } = [];

    /// <summary>As a unit of which kind, where that is said.</summary>
    public UnitKind? As { get; init; }

    /// <summary>The unit within which it is to stand, or -1.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>The tie to the federation, or null.</summary>
    public string? Tie { get; init; }

    /// <summary>The day that is said for it.</summary>
    public Day? Says { get; init; }

    /// <summary>What it is, for messages: "admit a unit".</summary>
    public required string Task { get; init; }

    /// <summary>The words under which a charter may provide for it.</summary>
    public ImmutableArray<string> Words => What switch
    {
        ChangeWords.Boundary => [ChangeWords.Boundary, ChangeWords.Transfer, ChangeWords.Parent],
        ChangeWords.Kind => [ChangeWords.Kind, ChangeWords.Standing],
        ChangeWords.Tie => [ChangeWords.Tie, ChangeWords.Standing],
        _ => [What],
    };
}
