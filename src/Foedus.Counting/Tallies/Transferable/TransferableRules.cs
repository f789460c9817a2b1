using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The rules of the single transferable vote.</summary>
internal static class TransferableRules
{
    public static ImmutableArray<TallyRule> All { get; } = [];
}
