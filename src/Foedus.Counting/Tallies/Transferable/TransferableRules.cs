using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The rules of the single transferable vote.</summary>
internal static class TransferableRules
{
    public static ImmutableArray<TallyRule> All { get; } =
    [
        new("scottish", "single transferable vote by the Scottish rules", "Scottish Local Government Elections Order 2007 (SSI 2007/42), rules 45 to 52", ScottishCount.Count),
        new("meek-prf", "Meek's single transferable vote by the reference rule", "Proportional Representation Foundation, Reference Meek Rule", MeekReferenceCount.Count),
    ];

    /// <summary>A refusal where the rule settles ties by earlier rounds in its own way and another was asked for.</summary>
    public static NotTallied? OwnEarlierRounds(TallyOptions options) =>
        options.Ties.Steps.Any(step => step is TieStep.Backwards or TieStep.Forwards) ? new NotTallied(TallyRefusal.TiesNotInRule) : null;
}
