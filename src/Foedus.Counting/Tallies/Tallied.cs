using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A count with its winners.</summary>
/// <param name="Winners">Who is elected, by place in the contest's list, in the order of election.</param>
/// <param name="Rounds">The transcript: every round or table, in the order of work.</param>
/// <param name="Ties">The ties that were met, in order, with how each was settled.</param>
/// <param name="Decimals">The decimal places in which the rule reckons, for display; null when the figures are exact fractions.</param>
/// <param name="Unfilled">Seats that nobody could take.</param>
public sealed record Tallied(
    ImmutableArray<int> Winners, ImmutableArray<TallyRound> Rounds, ImmutableArray<SettledTie> Ties, int? Decimals = null, int Unfilled = 0) : TallyResult;
