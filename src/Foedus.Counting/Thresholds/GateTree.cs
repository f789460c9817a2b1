using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>A test laid out over a profile for many evaluations: its gates once each, and the tree over their answers.</summary>
internal sealed class GateTree
{
    private readonly Threshold _test;
    private readonly Dictionary<Gate, int> _places = new(ReferenceEqualityComparer.Instance);

    public GateTree(Threshold test, Profile profile)
    {
        _test = test;
        var gates = ImmutableArray.CreateBuilder<(Weighing Difference, bool Strict)>();
        foreach (var gate in test.Gates)
            if (_places.TryAdd(gate, gates.Count)) gates.Add((new Weighing(gate.Left - gate.Right, profile), gate.Strict));
        Gates = gates.ToImmutable();
    }

    public ImmutableArray<(Weighing Difference, bool Strict)> Gates { get; }

    /// <summary>True when no range is involved.</summary>
    public bool IsExact => Gates.All(gate => gate.Difference.IsExact);

    public Truth Truth(ResponseCounts[] counts) =>
        Gather(_test, gate => new Margin(0, 0, Gates[gate].Difference.Value(counts), Gates[gate].Strict).Truth);

    /// <summary>The tree's answer from answers for its gates.</summary>
    public Truth Gather(Func<int, Truth> gates) => Gather(_test, gates);

    /// <summary>The tree's number from numbers for its gates: the k-th least where k parts are needed. Null stands for "never".</summary>
    public BigInteger? KthLeast(Func<int, BigInteger?> gates) => KthLeast(_test, gates);

    private Truth Gather(Threshold test, Func<int, Truth> gates)
    {
        if (test is Gate gate) return gates(_places[gate]);
        var several = (AtLeastOf)test;
        var (sure, possible) = (0, 0);
        foreach (var part in several.Tests)
        {
            var truth = Gather(part, gates);
            if (truth == Counting.Truth.True) sure++;
            if (truth != Counting.Truth.False) possible++;
        }

        return ThresholdReader.Gather(several.Needed, sure, possible);
    }

    private BigInteger? KthLeast(Threshold test, Func<int, BigInteger?> gates)
    {
        if (test is Gate gate) return gates(_places[gate]);
        var several = (AtLeastOf)test;
        if (several.Needed <= 0) return BigInteger.Zero;
        var numbers = new List<BigInteger>();
        foreach (var part in several.Tests)
            if (KthLeast(part, gates) is { } number) numbers.Add(number);
        if (numbers.Count < several.Needed) return null;
        numbers.Sort();
        return numbers[several.Needed - 1];
    }
}
