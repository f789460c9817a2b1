using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Foedus.Counting;

/// <summary>From a tree of gates and an electorate to a game in whole numbers.</summary>
internal sealed class GameReader
{
    private readonly Profile _electorate;
    private readonly Response _otherwise;
    private readonly ResponseCounts[] _start;
    private readonly Dictionary<Gate, RuleNode?> _read = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<BigInteger[]> _dimensions = [];
    private readonly List<BigInteger> _totals = [];

    // Stand-ins while constants are taken out of the tree.
    private static readonly RuleNode.Of Always = new(0, []);
    private static readonly RuleNode.Of Never = new(1, []);

    private GameReader(Profile electorate, Response otherwise)
    {
        _electorate = electorate.Everybody(otherwise);
        _otherwise = otherwise;
        _start = Weighing.Counts(_electorate);
    }

    private VotingGameFault? Fault { get; set; }

    public static VotingGameReading Read(Threshold test, Profile electorate, Response otherwise)
    {
        var classes = electorate.Classes;
        for (var c = 0; c < classes.Length; c++)
            if (classes[c].Count < 0) return new VotingGameReading(null, new VotingGameFault(VotingGameFaultKind.NegativeCount, c));
        if (classes.All(c => c.Count == 0)) return new VotingGameReading(null, new VotingGameFault(VotingGameFaultKind.NoPlayers));
        if (classes.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Count) > BigInteger.One << 62)
            return new VotingGameReading(null, new VotingGameFault(VotingGameFaultKind.TooManyPlayers));
        var reader = new GameReader(electorate, otherwise);
        var rule = reader.Read(test);
        if (reader.Fault is { } fault) return new VotingGameReading(null, fault);
        ImmutableArray<PlayerClass> players = [.. classes.Select(c => new PlayerClass(c.Name, c.Count))];
        var groups = new int[classes.Length];
        Array.Fill(groups, -1);
        if (ReferenceEquals(rule, Always) || ReferenceEquals(rule, Never))
            return new VotingGameReading(new VotingGame(players, groups, null, ReferenceEquals(rule, Always)), null);
        return new VotingGameReading(new VotingGame(players, groups, reader.Group(rule, groups), false), null);
    }

    private RuleNode Read(Threshold test)
    {
        if (test is Gate gate)
        {
            if (!_read.TryGetValue(gate, out var known)) _read[gate] = known = Read(gate);
            return known ?? Never;
        }

        var several = (AtLeastOf)test;
        var needed = several.Needed;
        var parts = ImmutableArray.CreateBuilder<RuleNode>();
        foreach (var part in several.Tests)
        {
            var node = Read(part);
            if (ReferenceEquals(node, Always)) needed--;
            else if (!ReferenceEquals(node, Never)) parts.Add(node);
        }

        if (needed <= 0) return Always;
        if (needed > parts.Count) return Never;
        return parts.Count == 1 ? parts[0] : new RuleNode.Of(needed, parts.ToImmutable());
    }

    /// <summary>A gate in whole numbers without a common factor, with equal weights of several gates in one dimension.</summary>
    private RuleNode? Read(Gate gate)
    {
        var difference = new Weighing(gate.Left - gate.Right, _electorate);
        var classes = _electorate.Classes;
        var moves = new Ratio[classes.Length];
        var scale = BigInteger.One;
        for (var c = 0; c < moves.Length; c++)
        {
            if (classes[c].Count == 0) continue;
            var move = difference.Move(c, _otherwise, Response.Yes);
            if (!move.IsExact) return Wrong(VotingGameFaultKind.NotExact, c, gate);
            if (move.Low.Sign < 0) return Wrong(VotingGameFaultKind.NotMonotone, c, gate);
            moves[c] = move.Low;
            if (!move.Low.IsInteger) scale *= move.Low.Denominator / BigInteger.GreatestCommonDivisor(scale, move.Low.Denominator);
        }

        var start = difference.Value(_start);
        if (!start.IsExact) return Wrong(VotingGameFaultKind.NotExact, null, gate);
        var weights = Array.ConvertAll(moves, move => move.Numerator * (scale / move.Denominator));
        var common = BigInteger.Zero;
        foreach (var weight in weights) common = common.IsOne ? common : BigInteger.GreatestCommonDivisor(common, weight);
        if (common.IsZero) return new Margin(0, 0, start, gate.Strict).Truth == Truth.True ? Always : Never;
        var total = BigInteger.Zero;
        for (var c = 0; c < weights.Length; c++)
        {
            weights[c] /= common;
            total += weights[c] * classes[c].Count;
        }

        var lacking = -start.Low * scale / common;
        var quota = gate.Strict ? lacking.Floor() + 1 : lacking.Ceiling();
        if (quota.Sign <= 0) return Always;
        return quota > total ? Never : new RuleNode.Sum(PlaceOf(weights, total), quota);
    }

    private RuleNode? Wrong(VotingGameFaultKind kind, int? voterClass, Gate gate)
    {
        Fault ??= new VotingGameFault(kind, voterClass, gate.Name);
        return null;
    }

    private int PlaceOf(BigInteger[] weights, BigInteger total)
    {
        var key = Key(weights);
        if (_places.TryGetValue(key, out var place)) return place;
        _places[key] = _dimensions.Count;
        _dimensions.Add(weights);
        _totals.Add(total);
        return _dimensions.Count - 1;
    }

    private static string Key(IEnumerable<BigInteger> weights)
    {
        var key = new StringBuilder();
        foreach (var weight in weights) key.Append(CultureInfo.InvariantCulture, $"{weight} ");
        return key.ToString();
    }

    /// <summary>Players of equal weights in the dimensions that are still asked about become one group.</summary>
    private LoweredGame Group(RuleNode rule, int[] groups)
    {
        var used = new SortedSet<int>();
        Used(rule, used);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new List<long>();
        var weights = new List<BigInteger[]>();
        for (var c = 0; c < groups.Length; c++)
        {
            var own = used.Select(d => _dimensions[d][c]).ToArray();
            if (_electorate.Classes[c].Count == 0 || Array.TrueForAll(own, weight => weight.IsZero)) continue;
            if (places.TryAdd(Key(own), counts.Count))
            {
                counts.Add(0);
                weights.Add(own);
            }

            groups[c] = places[Key(own)];
            counts[groups[c]] += _electorate.Classes[c].Count;
        }

        var renumbered = used.Select((dimension, place) => (dimension, place)).ToDictionary(p => p.dimension, p => p.place);
        return new LoweredGame([.. counts], [.. weights], Renumber(rule, renumbered), used.Count);
    }

    private static void Used(RuleNode rule, SortedSet<int> used)
    {
        if (rule is RuleNode.Sum sum) used.Add(sum.Dimension);
        else foreach (var part in ((RuleNode.Of)rule).Parts) Used(part, used);
    }

    private static RuleNode Renumber(RuleNode rule, Dictionary<int, int> places) => rule switch
    {
        RuleNode.Sum sum => sum with { Dimension = places[sum.Dimension] },
        RuleNode.Of several => several with { Parts = [.. several.Parts.Select(part => Renumber(part, places))] },
        _ => rule,
    };
}
