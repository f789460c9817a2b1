using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// A simple game (von Neumann and Morgenstern 1944, ch. 10): who votes, and which coalitions of yes-voters carry. It is read from a rule of
/// decision, the same tree of gates on which margins and coalitions are computed, so that weighted games and games of several tests joined by
/// "and", "or" and counts are all one. Players alike are kept as classes, and all results are by class.
/// </summary>
public sealed class VotingGame
{
    internal VotingGame(ImmutableArray<PlayerClass> classes, int[] groups, LoweredGame? lowered, bool alwaysCarried)
    {
        Classes = classes;
        GroupOf = groups;
        Lowered = lowered;
        IsAlwaysCarried = alwaysCarried;
        Players = classes.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Count);
    }

    /// <summary>The players, in the order in which they were given.</summary>
    public ImmutableArray<PlayerClass> Classes { get; }

    /// <summary>How many players there are.</summary>
    public BigInteger Players { get; }

    /// <summary>Even if nobody votes yes the rule holds; no player ever matters.</summary>
    public bool IsAlwaysCarried { get; }

    /// <summary>Even if everybody votes yes the rule fails; no player ever matters.</summary>
    public bool IsNeverCarried => Lowered is null && !IsAlwaysCarried;

    /// <summary>The game in whole numbers; null where no coalition makes a difference.</summary>
    internal LoweredGame? Lowered { get; }

    /// <summary>The group of each class in the game in whole numbers; -1 for those without weight.</summary>
    internal int[] GroupOf { get; }

    /// <summary>Players who are in no group: their votes change no sum.</summary>
    internal BigInteger Weightless => Players - (Lowered?.Players ?? 0);

    /// <summary>The game of a rule: a coalition votes yes, everybody else answers something else.</summary>
    /// <param name="winsIf">The rule. Its figures must be exact, and no vote in favour may count against.</param>
    /// <param name="electorate">The voters; answers already given are not looked at.</param>
    /// <param name="otherwise">What those outside the coalition answer; it matters where abstention or presence counts.</param>
    /// <remarks>O(gates * classes).</remarks>
    public static VotingGameReading Of(Threshold winsIf, Profile electorate, Response otherwise = Response.No) =>
        GameReader.Read(winsIf, electorate, otherwise);

    /// <summary>A single weighted game [quota; weights]: a coalition wins with a sum of at least the quota, or more than it.</summary>
    /// <param name="quota">The number asked for.</param>
    /// <param name="players">The players with the weight of each player of a class; a weight below zero is refused.</param>
    /// <param name="moreThan">True if the quota itself is not enough.</param>
    public static VotingGameReading Weighted(Ratio quota, IEnumerable<(PlayerClass Class, Ratio Weight)> players, bool moreThan = false)
    {
        var by = new Measure(1);
        var profile = new Profile([.. players.Select(p => new VoterClass(p.Class.Name, p.Class.Count, [1, p.Weight]))]);
        return Of(new Gate(LinearAmount.Tally(Responses.Yes, by), moreThan, quota), profile);
    }

    /// <summary>The single weighted game of single players, each with its weight for a name.</summary>
    public static VotingGameReading Weighted(Ratio quota, params ReadOnlySpan<Ratio> weights)
    {
        var players = new (PlayerClass, Ratio)[weights.Length];
        for (var i = 0; i < weights.Length; i++) players[i] = (new PlayerClass(weights[i].ToString(), 1), weights[i]);
        return Weighted(quota, players);
    }
}
