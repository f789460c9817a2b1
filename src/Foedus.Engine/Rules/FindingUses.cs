using Foedus.Charter.Model;

namespace Foedus.Engine.Rules;

/// <summary>Looks up which clauses of an edition ask for a finding.</summary>
internal static class FindingUses
{
    /// <summary>The clauses that ask for a finding of certain words.</summary>
    public static IReadOnlyList<FindingUse> Of(Rulebook book, string text) => book.FindingUses.GetValueOrDefault(text) ?? [];

    /// <summary>Every clause of an edition that asks for a finding, by the words of it.</summary>
    internal static Dictionary<string, List<FindingUse>> All(Rulebook book) =>
        book.Edition.FindingUses.GroupBy(u => u.Finding.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
}
