using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The table of rules by which ballots are counted. A new rule is a new row.</summary>
public static class TallyRules
{
    public static ImmutableArray<TallyRule> All { get; } =
    [
        .. PluralityRules.All,
        .. BordaRules.All,
        .. TransferableRules.All,
        .. CondorcetRules.All,
        .. ListRules.All,
    ];

    /// <summary>The rule of a name; null when there is none.</summary>
    public static TallyRule? Find(string name) => All.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.Ordinal));
}
