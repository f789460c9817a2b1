using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>What may be said beside the rule.</summary>
/// <param name="Ties">How a tie is settled that the rule itself leaves; none leaves it open.</param>
/// <param name="Reserved">Seats reserved for groups of candidates.</param>
/// <param name="MostWays">The most ways of settling open ties that are followed.</param>
public sealed record TallyOptions(TieBreaking Ties, ImmutableArray<ReservedSeats> Reserved, int MostWays = 64)
{
    public static TallyOptions Default { get; } = new(TieBreaking.None, []);
}
