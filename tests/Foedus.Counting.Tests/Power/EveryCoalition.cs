using System.Numerics;
using Foedus.Counting.Tests.Voting;

namespace Foedus.Counting.Tests.Power;

/// <summary>The slow second opinion: every coalition of single players tried, and every index read straight off its definition.</summary>
internal sealed class EveryCoalition
{
    private readonly bool[] _wins;

    public EveryCoalition(Threshold test, Ratio[][] players, Response otherwise = Response.No)
    {
        Players = players.Length;
        _wins = new bool[1 << Players];
        for (var mask = 0; mask < _wins.Length; mask++)
        {
            var votes = players.Select((weights, i) => new RollCall.Voter(weights, (mask & (1 << i)) != 0 ? Response.Yes : otherwise)).ToList();
            _wins[mask] = RollCall.Holds(test, votes);
        }
    }

    public int Players { get; }

    public int Winning => _wins.Count(wins => wins);

    public IEnumerable<int> Coalitions => Enumerable.Range(0, _wins.Length);

    public bool Wins(int mask) => _wins[mask];

    public bool IsCritical(int mask, int player) => Has(mask, player) && _wins[mask] && !_wins[mask & ~(1 << player)];

    public int Swings(int player) => Coalitions.Count(mask => IsCritical(mask, player));

    public Ratio ShapleyShubik(int player)
    {
        var sum = Ratio.Zero;
        foreach (var mask in Coalitions.Where(mask => IsCritical(mask, player)))
        {
            var others = BitOperations.PopCount((uint)mask) - 1;
            sum += Ratio.Of(Factorial(others) * Factorial(Players - 1 - others), Factorial(Players));
        }

        return sum;
    }

    public IEnumerable<int> MinimalWinning => Coalitions.Where(mask => _wins[mask] && Members(mask).All(player => IsCritical(mask, player)));

    /// <summary>Coalitions that can block, none of whose members is superfluous.</summary>
    public IEnumerable<int> MinimalBlocking =>
        Coalitions.Where(mask => Blocks(mask) && Members(mask).All(player => !Blocks(mask & ~(1 << player))));

    public Ratio Johnston(int player)
    {
        var sum = Ratio.Zero;
        foreach (var mask in Coalitions.Where(mask => IsCritical(mask, player)))
            sum += Ratio.Of(1, Members(mask).Count(other => IsCritical(mask, other)));
        return sum;
    }

    public Ratio DeeganPackel(int player)
    {
        var (sum, count) = (Ratio.Zero, 0);
        foreach (var mask in MinimalWinning)
        {
            count++;
            if (Has(mask, player)) sum += Ratio.Of(1, BitOperations.PopCount((uint)mask));
        }

        return count == 0 ? Ratio.Zero : sum / count;
    }

    /// <summary>Owen's value and its Banzhaf counterpart, union by union and coalition of members by coalition.</summary>
    /// <param name="player">Whose.</param>
    /// <param name="unionOf">The union of each player.</param>
    public (Ratio Owen, Ratio Banzhaf) WithUnions(int player, int[] unionOf)
    {
        var unions = unionOf.Distinct().Select(u => Enumerable.Range(0, Players).Where(p => unionOf[p] == u).Sum(p => 1 << p)).ToArray();
        var own = unions.Single(mask => Has(mask, player));
        var others = unions.Where(mask => mask != own).ToArray();
        var mates = own & ~(1 << player);
        var (size, count) = (BitOperations.PopCount((uint)own), unions.Length);
        var (owen, swings) = (Ratio.Zero, 0);
        for (var chosen = 0; chosen < 1 << others.Length; chosen++)
        {
            var outside = others.Where((_, i) => (chosen & (1 << i)) != 0).Sum();
            for (var inside = mates; ; inside = (inside - 1) & mates)
            {
                if (IsCritical(outside | inside | (1 << player), player))
                {
                    swings++;
                    var (r, s) = (BitOperations.PopCount((uint)chosen), BitOperations.PopCount((uint)inside));
                    owen += Ratio.Of(
                        Factorial(r) * Factorial(count - 1 - r) * Factorial(s) * Factorial(size - 1 - s),
                        Factorial(count) * Factorial(size));
                }

                if (inside == 0) break;
            }
        }

        return (owen, Ratio.Of(swings, BigInteger.One << (count - 1 + size - 1)));
    }

    public static bool Has(int mask, int player) => (mask & (1 << player)) != 0;

    private bool Blocks(int mask) => !_wins[(_wins.Length - 1) & ~mask];

    private IEnumerable<int> Members(int mask) => Enumerable.Range(0, Players).Where(player => Has(mask, player));

    private static BigInteger Factorial(int n)
    {
        var product = BigInteger.One;
        for (var k = 2; k <= n; k++) product *= k;
        return product;
    }
}
