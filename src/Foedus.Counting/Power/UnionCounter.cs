using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Foedus.Counting;

/// <summary>
/// Power with a-priori unions: for each union a game of its members and of the other unions as one player each, whose swings are counted by
/// the number of members and of unions that have joined.
/// </summary>
internal sealed class UnionCounter(VotingGame game, ImmutableArray<PlayerUnion> unions, PowerBudget budget)
{
    private readonly LoweredGame _game = game.Lowered!;
    private readonly List<UnionMemberPower> _found = [];

    /// <summary>Players of each group that are in no union.</summary>
    private long[] Alone { get; } = (long[])game.Lowered!.Counts.Clone();

    public (UnionPowers? Powers, Int128? Needed) Count()
    {
        var members = new long[unions.Length][];
        for (var u = 0; u < unions.Length; u++)
        {
            members[u] = new long[_game.Groups];
            for (var c = 0; c < game.GroupOf.Length; c++)
                if (game.GroupOf[c] is >= 0 and var g) members[u][g] += unions[u].Members[c];
            for (var g = 0; g < _game.Groups; g++) Alone[g] -= members[u][g];
        }

        for (var u = 0; u < unions.Length; u++)
        {
            if (Add(u, members[u], members) is { } needed) return (null, needed.Steps);
            for (var c = 0; c < game.GroupOf.Length; c++)
                if (game.GroupOf[c] < 0 && unions[u].Members[c] > 0) _found.Add(new UnionMemberPower(u, c, Ratio.Zero, Ratio.Zero));
        }

        for (var g = 0; g < _game.Groups; g++)
        {
            if (Alone[g] == 0) continue;
            var single = new long[_game.Groups];
            single[g] = 1;
            if (Add(null, single, members) is { } needed) return (null, needed.Steps);
        }

        for (var c = 0; c < game.GroupOf.Length; c++)
            if (game.GroupOf[c] < 0 && Left(c) > 0) _found.Add(new UnionMemberPower(null, c, Ratio.Zero, Ratio.Zero));
        return (new UnionPowers([.. _found.OrderBy(m => m.Union ?? int.MaxValue).ThenBy(m => m.Class)]), null);
    }

    private long Left(int playerClass)
    {
        var left = game.Classes[playerClass].Count;
        foreach (var union in unions) left -= union.Members[playerClass];
        return left;
    }

    /// <summary>The power of the members of one union, or of one player alone; not null if it takes too much.</summary>
    private (Int128? Steps, bool Beyond)? Add(int? union, long[] own, long[][] members)
    {
        var counts = new List<long>();
        var weights = new List<BigInteger[]>();
        var ofGroup = new int[_game.Groups];
        for (var g = 0; g < own.Length; g++)
        {
            if (own[g] == 0) continue;
            ofGroup[g] = counts.Count;
            counts.Add(own[g]);
            weights.Add(_game.Weights[g]);
        }

        var mates = (int)own.Sum();
        if (mates == 0) return null;
        var mine = counts.Count;
        var others = Blocks(union, own, members, counts, weights);
        int[] units = [.. Enumerable.Repeat(1, mine), .. Enumerable.Repeat(mates + 1, counts.Count - mine)];
        var lowered = new LoweredGame([.. counts], [.. weights], _game.Rule, _game.Dimensions);
        var (table, needed) = ExactCounter.Swings(lowered, units, budget);
        if (table is null) return (needed, true);
        var (inner, innerBase) = Binomials.OrderWeights(mates);
        var (outer, outerBase) = Binomials.OrderWeights(others + 1);
        for (var c = 0; c < game.GroupOf.Length; c++)
        {
            var g = game.GroupOf[c];
            if (g < 0 || own[g] == 0 || (union is { } u ? unions[u].Members[c] : Left(c)) == 0) continue;
            var (owen, swings) = (BigInteger.Zero, BigInteger.Zero);
            var counted = table.Swings[ofGroup[g]];
            for (var code = 0; code < counted.Length; code++)
            {
                var (s, r) = (code % (mates + 1), code / (mates + 1));
                if (counted[code].IsZero) continue;
                swings += counted[code];
                owen += counted[code] * inner[s] * outer[r];
            }

            _found.Add(new UnionMemberPower(union, c, Ratio.Of(owen, innerBase * outerBase), Ratio.Of(swings, BigInteger.One << (mates - 1 + others))));
        }

        return null;
    }

    /// <summary>Adds the other unions, and those who stand alone, as players; how many.</summary>
    private int Blocks(int? union, long[] own, long[][] members, List<long> counts, List<BigInteger[]> weights)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var others = 0L;
        for (var u = 0; u < members.Length; u++)
        {
            if (u == union) continue;
            var sum = new BigInteger[_game.Dimensions];
            for (var g = 0; g < _game.Groups; g++)
                for (var d = 0; d < sum.Length; d++) sum[d] += members[u][g] * _game.Weights[g][d];
            if (Array.Exists(sum, weight => !weight.IsZero)) Put(sum, 1);
        }

        for (var g = 0; g < _game.Groups; g++)
            if (Alone[g] - (union is null ? own[g] : 0) is > 0 and var alone) Put(_game.Weights[g], alone);
        return (int)others;

        void Put(BigInteger[] weight, long players)
        {
            var key = new StringBuilder();
            foreach (var one in weight) key.Append(CultureInfo.InvariantCulture, $"{one} ");
            if (places.TryAdd(key.ToString(), counts.Count))
            {
                counts.Add(0);
                weights.Add(weight);
            }

            counts[places[key.ToString()]] += players;
            others += players;
        }
    }
}
