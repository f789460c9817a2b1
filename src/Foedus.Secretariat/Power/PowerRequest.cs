using System.Collections.Immutable;
using Foedus.Counting;

namespace Foedus.Secretariat.Power;

/// <summary>What is asked about a game.</summary>
/// <param name="Indices">Which measures.</param>
/// <param name="Unions">Who acts together, by name; empty if nobody does.</param>
/// <param name="Coalitions">How many minimal coalitions to write out; null for not counting them.</param>
/// <param name="Samples">How many coalitions to draw for an estimate instead of counting; null to count.</param>
/// <param name="Seed">Whence the random numbers of an estimate come.</param>
/// <param name="Budget">How much work it may take.</param>
/// <param name="Fractions">Write exact fractions instead of decimals.</param>
public sealed record PowerRequest(
    PowerIndex Indices,
    ImmutableArray<ImmutableArray<string>> Unions,
    int? Coalitions,
    long? Samples,
    ulong Seed,
    PowerBudget Budget,
    bool Fractions)
{
    /// <summary>Drawn where counting would take more than the budget.</summary>
    public const long UsualSamples = 100_000;

    public bool Asks(PowerIndex index) => (Indices & index) != 0;
}
