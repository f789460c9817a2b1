using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Power estimated from random coalitions: not exact, and never given as if it were. The same seed gives the same numbers on every machine.
/// </summary>
/// <param name="Seed">Whence the random numbers come.</param>
/// <param name="Samples">How many coalitions were drawn for each of the two.</param>
/// <param name="Absolute">The absolute Banzhaf index of a player of each class.</param>
/// <param name="ShapleyShubik">The Shapley-Shubik index of a player of each class.</param>
/// <param name="ToAct">The share of coalitions that win.</param>
public sealed record PowerEstimate(
    ulong Seed,
    long Samples,
    ImmutableArray<EstimatedShare> Absolute,
    ImmutableArray<EstimatedShare> ShapleyShubik,
    EstimatedShare ToAct)
{
    /// <summary>
    /// Draws random coalitions: for Banzhaf each player with chance a half, for Shapley and Shubik with a chance that is itself drawn evenly
    /// (Owen 1972); a player's power is how often it is critical (Mann and Shapley 1960; Bachrach and others 2010). O(samples * players).
    /// </summary>
    /// <param name="game">The game.</param>
    /// <param name="samples">How many coalitions to draw; at least 1.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="budget">Fewer are drawn where so many would take more than this; then as many as it allows.</param>
    /// <returns>The estimate; null if even one coalition would take more than the budget.</returns>
    public static PowerEstimate? Of(VotingGame game, long samples, ulong seed, PowerBudget? budget = null)
    {
        var cost = game.Players + (20 * (BigInteger)Math.Max(1, game.Lowered?.Groups ?? 1));
        samples = (long)BigInteger.Min(Math.Max(1, samples), (budget ?? PowerBudget.Default).Steps / (4 * cost));
        return samples < 1 ? null : Draw(game, samples, seed);
    }

    private static PowerEstimate Draw(VotingGame game, long samples, ulong seed)
    {
        if (game.Lowered is not { } lowered)
        {
            ImmutableArray<EstimatedShare> none = [.. game.Classes.Select(_ => default(EstimatedShare))];
            var all = game.IsAlwaysCarried ? new EstimatedShare(1, 1, 1) : default;
            return new PowerEstimate(seed, samples, none, none, all);
        }

        var largest = lowered.Totals.Max() + lowered.Weights.Max(weights => weights.Max());
        return largest < BigInteger.One << 62 ? Draw<long>(game, lowered, samples, seed) : Draw<BigInteger>(game, lowered, samples, seed);
    }

    private static PowerEstimate Draw<T>(VotingGame game, LoweredGame lowered, long samples, ulong seed)
        where T : struct, IBinaryInteger<T>
    {
        var (random, sampler) = (new RandomBits(seed), new PowerSampler<T>(lowered));
        var (winning, swings) = sampler.Draw(samples, random, evenChance: true);
        var (_, orders) = sampler.Draw(samples, random, evenChance: false);
        return new PowerEstimate(seed, samples, Shares(swings), Shares(orders), EstimatedShare.Of(winning, 1, samples));

        ImmutableArray<EstimatedShare> Shares(BigInteger[] critical) =>
            [.. game.GroupOf.Select(g => g < 0 ? default : EstimatedShare.Of(critical[g], lowered.Counts[g], samples))];
    }
}
