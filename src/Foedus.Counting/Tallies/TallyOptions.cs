using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>What may be said beside the rule.</summary>
/// <param name="Ties">How a tie is settled that the rule itself leaves; none leaves it open.</param>
/// <param name="Reserved">Seats reserved for groups of candidates.</param>
/// <param name="MostWays">The most ways of settling open ties that are followed; fewer where there are very many different rankings.</param>
/// <param name="MostWork">
/// The most work of an exact count, in steps of arithmetic on 64 binary digits; a count that needs more is
/// <see cref="TallyRefusal.BudgetSpent"/>. Rules with fixed decimals need no budget.
/// </param>
public sealed record TallyOptions(
    TieBreaking Ties, ImmutableArray<ReservedSeats> Reserved, int MostWays = 64, long MostWork = TallyOptions.UsualWork)
{
    /// <summary>Some ten seconds on a machine of 2025.</summary>
    public const long UsualWork = 1_000_000_000;

    public static TallyOptions Default { get; } = new(TieBreaking.None, []);
}
