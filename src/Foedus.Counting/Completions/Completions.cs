using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// What can be true of a poll of which not everything is told. A completion gives each voter one response in agreement with what is told, and
/// each weight one value within its bounds; a gate is true if it holds in every completion, false if it holds in none, and otherwise open.
/// </summary>
/// <remarks>
/// The extremes of one gate over sums that are told together follow from the rearrangement inequality (Hardy, Littlewood, Pólya, Inequalities,
/// 1934, theorem 368): the heaviest voters on the side that counts most. Several gates together are settled by walking through the ways of
/// sharing the sums out, as long as there are not too many.
/// </remarks>
public sealed class Completions
{
    private const int MostSteps = 20_000;
    private const long MostWork = 4_000_000;

    private readonly ImmutableArray<PollClass> _classes;
    private readonly ImmutableArray<SharedVotes> _shared;
    private readonly ImmutableArray<Gate> _gates;
    private readonly GateForm?[] _forms;
    private readonly Truth[] _alone;
    private readonly int[] _poolOf;
    private IReadOnlyCollection<ulong>? _together;
    private bool _walked;

    public Completions(ImmutableArray<Gate> gates, ImmutableArray<PollClass> classes, ImmutableArray<SharedVotes> shared)
    {
        _gates = gates;
        _classes = classes;
        _shared = shared;
        _poolOf = new int[classes.Length];
        Array.Fill(_poolOf, -1);
        for (var p = 0; p < shared.Length; p++)
        {
            foreach (var c in shared[p].Classes)
                _poolOf[c] = p;
        }

        _forms = new GateForm?[gates.Length];
        _alone = new Truth[gates.Length];
        var bounds = default(AmountBounds);
        for (var g = 0; g < gates.Length; g++)
        {
            // Gates that ask of the same sides whether one is more, or as much, come one after the other.
            if (g > 0 && ReferenceEquals(gates[g].Left, gates[g - 1].Right) && ReferenceEquals(gates[g].Right, gates[g - 1].Left))
                bounds = bounds.Reversed;
            else if (g == 0 || !ReferenceEquals(gates[g].Left, gates[g - 1].Left) || !ReferenceEquals(gates[g].Right, gates[g - 1].Right))
                bounds = FormOf(g).Bounds(classes, shared, _poolOf);
            _alone[g] = bounds.Truth(gates[g].Strict);
        }
    }

    /// <summary>The answer of each gate by itself.</summary>
    public ReadOnlySpan<Truth> Alone => _alone;

    /// <summary>
    /// The answers that the gates can have together, each a set of bits, one for each gate that holds; null if there are too many ways to try
    /// them all. Never null where no gate is open.
    /// </summary>
    public IReadOnlyCollection<ulong>? Together
    {
        get
        {
            if (!_walked)
            {
                _walked = true;
                _together = Walk();
            }

            return _together;
        }
    }

    /// <summary>The bounds of an amount over all completions.</summary>
    public AmountBounds BoundsOf(LinearAmount amount) => new GateForm(amount, _classes).Bounds(_classes, _shared, _poolOf);

    /// <summary>
    /// Whether gates that each look at voters of their own can all hold at once: "in each canton". True also where that could not be found out.
    /// </summary>
    public bool CanAllHold(IReadOnlyList<int> gates)
    {
        foreach (var gate in gates)
        {
            if (_alone[gate] == Truth.False)
                return false;
        }

        if (_shared.Length != 1 || gates.Count == 0)
            return true;
        return new PartsTogether(_classes, _shared[0], MostWork).CanHold([.. gates.Select(g => (FormOf(g), _gates[g].Strict))]);
    }

    private GateForm FormOf(int gate) => _forms[gate] ??= new GateForm(_gates[gate], _classes);

    private IReadOnlyCollection<ulong>? Walk()
    {
        if (_gates.Length > 60)
            return null;
        if (!Array.Exists(_alone, t => t == Truth.Open))
            return [Bits(_alone)];
        var found = new HashSet<ulong>();
        var counts = new ResponseCounts[_classes.Length];
        for (var c = 0; c < counts.Length; c++)
            counts[c] = _classes[c].Given;
        var walk = new SharedWalk(_classes, _shared, counts, MostSteps);
        return walk.Run(() => Add(found, counts)) ? found : null;
    }

    /// <summary>Enters the answers for one way of sharing out; gates left open by weights may go either way.</summary>
    private void Add(HashSet<ulong> found, ResponseCounts[] counts)
    {
        var bits = new List<ulong> { 0 };
        for (var g = 0; g < _gates.Length; g++)
        {
            var truth = _alone[g] != Truth.Open ? _alone[g] : FormOf(g).At(_classes, counts).Truth(_gates[g].Strict);
            if (truth == Truth.False)
                continue;
            var before = bits.Count;
            for (var i = 0; i < before; i++)
            {
                if (truth == Truth.Open && bits.Count < 4096)
                    bits.Add(bits[i]);
                bits[i] |= 1UL << g;
            }
        }

        found.UnionWith(bits);
    }

    private static ulong Bits(Truth[] truths)
    {
        var bits = 0UL;
        for (var g = 0; g < truths.Length; g++)
            bits |= truths[g] == Truth.True ? 1UL << g : 0;
        return bits;
    }
}
