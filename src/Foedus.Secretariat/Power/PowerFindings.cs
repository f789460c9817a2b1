using System.Collections.Immutable;
using System.Numerics;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Power;

/// <summary>What was found out about a game.</summary>
public sealed class PowerFindings
{
    private readonly List<(PowerIndex Index, BigInteger? Needed)> beyond = [];

    private PowerFindings(PowerGame game, PowerRequest request)
    {
        Game = game;
        Request = request;
    }

    public PowerGame Game { get; }

    public PowerRequest Request { get; }

    public SwingCounts? Swings { get; private set; }

    public OrderShares? Orders { get; private set; }

    public MinimalCoalitions? Winning { get; private set; }

    public MinimalCoalitions? Blocking { get; private set; }

    public JohnstonShares? Johnston { get; private set; }

    public UnionPowers? Unions { get; private set; }

    public ImmutableArray<PlayerUnion> UnionsAsked { get; private set; } = [];

    public PowerEstimate? Estimate { get; private set; }

    /// <summary>How many coalitions were to be drawn; the estimate says how many were. Null where nothing is estimated.</summary>
    public long? SamplesAsked => Estimate is null ? null : Request.Samples ?? PowerRequest.UsualSamples;

    public CoalitionList? WinningList { get; private set; }

    public CoalitionList? BlockingList { get; private set; }

    /// <summary>What would have taken more than the budget, and how many steps.</summary>
    public IReadOnlyList<(PowerIndex Index, BigInteger? Needed)> Beyond => beyond;

    /// <summary>Unions that would have taken more than the budget.</summary>
    public bool UnionsBeyond { get; private set; }

    /// <summary>Computes what is asked for.</summary>
    /// <exception cref="Obstacle">A union names somebody who is no player.</exception>
    public static PowerFindings Of(PowerGame game, PowerRequest request)
    {
        var found = new PowerFindings(game, request) { UnionsAsked = UnionsOf(game.Game, request.Unions) };
        found.Compute();
        return found;
    }

    private void Compute()
    {
        var (game, budget) = (Game.Game, Request.Budget);
        var counts = Request.Samples is null;
        if (counts && Request.Asks(PowerIndex.Banzhaf | PowerIndex.Coleman))
            Swings = Take(PowerIndex.Banzhaf, VotingPower.Swings(game, budget));
        if (counts && Request.Asks(PowerIndex.Shapley))
            Orders = Take(PowerIndex.Shapley, VotingPower.ShapleyShubik(game, budget));
        if (Request.Samples is not null || beyond.Count > 0)
            Estimate = PowerEstimate.Of(game, Request.Samples ?? PowerRequest.UsualSamples, Request.Seed, budget);
        if (!counts && Estimate is null)
            beyond.AddRange(((PowerIndex[])[PowerIndex.Banzhaf, PowerIndex.Shapley]).Where(Request.Asks).Select(index => (index, (BigInteger?)null)));
        if (Request.Asks(PowerIndex.Holler | PowerIndex.DeeganPackel) || Request.Coalitions is not null)
        {
            Winning = Take(Request.Asks(PowerIndex.DeeganPackel) ? PowerIndex.DeeganPackel : PowerIndex.Holler, VotingPower.MinimalWinning(game, budget));
            if (Winning is { Count.IsZero: false, BySize.IsDefault: true } && Request.Asks(PowerIndex.DeeganPackel))
                beyond.Add((PowerIndex.DeeganPackel, null));
        }

        if (Request.Asks(PowerIndex.Johnston))
            Johnston = Take(PowerIndex.Johnston, VotingPower.Johnston(game, budget));
        if (UnionsAsked.Length > 0)
        {
            Unions = VotingPower.WithUnions(game, UnionsAsked, budget).Value;
            UnionsBeyond = Unions is null;
        }

        if (Request.Coalitions is not { } most)
            return;
        Blocking = VotingPower.MinimalBlocking(game, budget).Value;
        WinningList = VotingPower.ListMinimalWinning(game, most, budget);
        BlockingList = VotingPower.ListMinimalBlocking(game, most, budget);
    }

    private T? Take<T>(PowerIndex index, PowerAnswer<T> answer)
        where T : class
    {
        if (!answer.IsKnown)
            beyond.Add((index, answer.Needed));
        return answer.Value;
    }

    private static ImmutableArray<PlayerUnion> UnionsOf(VotingGame game, ImmutableArray<ImmutableArray<string>> named)
    {
        var taken = new long[game.Classes.Length];
        var unions = ImmutableArray.CreateBuilder<PlayerUnion>();
        foreach (var names in named)
        {
            var members = new long[game.Classes.Length];
            foreach (var name in names)
            {
                var at = Enumerable.Range(0, game.Classes.Length).Where(c => string.Equals(game.Classes[c].Name, name, StringComparison.Ordinal)).ToList();
                if (at.Count == 0)
                    throw new Obstacle(Sentence.Of("NoSuchPlayer", name), Spelling.Nearest(name, game.Classes.Select(c => c.Name)) is { } near ? Sentence.Of("DidYouMean", near) : Sentence.Of("UnionsHint"));

                // Of several players of a name the next that is free.
                var free = at.FindIndex(c => taken[c] < game.Classes[c].Count);
                if (free < 0)
                    throw new Obstacle(Sentence.Of("PlayerInTwoUnions", name), Sentence.Of("UnionsHint"));
                members[at[free]]++;
                taken[at[free]]++;
            }

            unions.Add(new PlayerUnion(string.Join('+', names), [.. members]));
        }

        return unions.ToImmutable();
    }
}
