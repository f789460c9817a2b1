namespace Foedus.Engine.Kernel;

/// <summary>
/// Conditions and diagrams over the silences of a charter: reduced, ordered, multi-valued decision diagrams (Bryant 1986; many values:
/// Srinivasan, Kam, Malik and Brayton 1990), each node kept once. A silence is a variable, ordered by its number, with as many children as
/// it has readings; that count is fixed when the silence is first met. One writer; <see cref="Evaluate(Condition, Func{int, int})"/>,
/// <see cref="Decide"/> and <see cref="Support(Condition)"/> may run beside it.
/// </summary>
public sealed partial class Conditions
{
    internal const int True = 0;
    internal const int False = 1;
    private const int LeafSilence = int.MaxValue;
    private const int MostRemembered = 1 << 18;

    private readonly Slab<Node> _nodes;
    private readonly Slab<int> _children;
    private readonly Dictionary<int, int> _readings;
    private readonly Dictionary<int, int> _leaves;
    private readonly Dictionary<(int, int), int> _both = [];
    private readonly Dictionary<int, int> _negated = [];

    // Tables of what this branched from, each with the first node that was not there yet; nodes from the last such on are in the own table.
    private readonly (int[] Unique, int Limit)[] _beneath;
    private readonly int _first;
    private int[] _unique;

    public Conditions()
    {
        (_nodes, _children, _readings, _leaves, _beneath, _unique) = (new Slab<Node>(), new Slab<int>(), [], [], [], new int[256]);

        // Node 0 is always and node 1 is never, whatever numbers the leaves have.
        Leaf(1);
        Leaf(0);
    }

    private Conditions(Conditions of)
    {
        (_nodes, _children) = (of._nodes.Branch(), of._children.Branch());
        (_readings, _leaves) = (new Dictionary<int, int>(of._readings), new Dictionary<int, int>(of._leaves));
        _first = of._nodes.Count;
        _beneath = _first == of._first ? of._beneath : [.. of._beneath, (of._unique, _first)];
        _unique = new int[16];
    }

    /// <summary>Conditions with the same nodes that go their own way from here: what is made in them is gone with them.</summary>
    internal Conditions Branch() => new(this);

    /// <summary>How many different nodes there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>How many readings a silence has, or 0 if it was never met.</summary>
    public int ReadingsOf(int silence) => _readings.GetValueOrDefault(silence);

    /// <summary>True exactly where a silence has a reading.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The reading is not one of <paramref name="readings"/>, or the silence was met before with another count.
    /// </exception>
    public Condition Literal(int silence, int reading, int readings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reading);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(reading, readings);
        Declare(silence, readings);
        Span<int> children = stackalloc int[Math.Min(readings, 64)];
        if (readings > children.Length)
            children = new int[readings];
        children.Fill(False);
        children[reading] = True;
        return new Condition(MakeNode(silence, children));
    }

    public Condition And(Condition a, Condition b) => new(Both(a.Node, b.Node));

    public Condition Or(Condition a, Condition b) => Not(And(Not(a), Not(b)));

    public Condition Not(Condition a) => new(Negated(a.Node));

    /// <summary>True where <paramref name="a"/> is and <paramref name="b"/> is not.</summary>
    public Condition Except(Condition a, Condition b) => And(a, Not(b));

    /// <summary>True in every reading in which <paramref name="a"/> is true.</summary>
    public bool Implies(Condition a, Condition b) => Except(a, b).IsNever;

    /// <summary>The condition once a silence is read so. The silence no longer occurs.</summary>
    public Condition Restrict(Condition condition, int silence, int reading) => new(Restricted(condition.Node, silence, reading));

    /// <summary>The diagram once a silence is read so.</summary>
    public Diagram Restrict(Diagram diagram, int silence, int reading) => new(Restricted(diagram.Node, silence, reading));

    /// <summary>The silences that matter, in order.</summary>
    public IReadOnlyList<int> Support(Condition condition) => SupportOf(condition.Node);

    /// <summary>The silences that matter, in order: those met and not among these are immaterial.</summary>
    public IReadOnlyList<int> Support(Diagram diagram) => SupportOf(diagram.Node);

    /// <summary>Whether a condition is true when each silence is read as the function says.</summary>
    public bool Evaluate(Condition condition, Func<int, int> reading) => LeafOf(Walk(condition.Node, reading)) == 1;

    /// <summary>The leaf of a diagram when each silence is read as the function says.</summary>
    public int Evaluate(Diagram diagram, Func<int, int> reading) => LeafOf(Walk(diagram.Node, reading));

    /// <summary>
    /// Asks for the silences of a condition, one after the other, as far as they are needed.
    /// </summary>
    /// <returns>1 if it is true, 0 if not, and -1 if it turns on a silence that the oracle leaves open.</returns>
    public int Decide(Condition condition, IReadings readings)
    {
        var node = condition.Node;
        while (node > False)
        {
            ref readonly var inner = ref _nodes[node];
            var reading = readings.Ask(inner.Silence, inner.Count);
            if (reading == IReadings.Open)
                return DecideOpen(node, readings);
            node = _children[inner.First + reading];
        }

        return node == True ? 1 : 0;
    }

    /// <summary>Whether a diagram has one leaf in every reading, and which.</summary>
    public bool IsConstant(Diagram diagram, out int leaf)
    {
        leaf = IsLeaf(diagram.Node) ? LeafOf(diagram.Node) : 0;
        return IsLeaf(diagram.Node);
    }

    /// <summary>The diagram with the same leaf in every reading.</summary>
    public Diagram Constant(int leaf) => new(Leaf(leaf));

    /// <summary>The readings in which a diagram has this leaf.</summary>
    public Condition Where(Diagram diagram, int leaf) => new(Where(diagram.Node, leaf, []));

    /// <summary>The leaves of a diagram, each once, in ascending order.</summary>
    public IReadOnlyList<int> Leaves(Diagram diagram)
    {
        var leaves = new SortedSet<int>();
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        open.Push(diagram.Node);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            if (IsLeaf(node))
                leaves.Add(LeafOf(node));
            else
                PushChildren(node, open);
        }

        return [.. leaves];
    }

    /// <summary>The diagram that is <paramref name="byReading"/>[r] where a silence has reading r.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The silence was met before with another count of readings.</exception>
    public Diagram Case(int silence, ReadOnlySpan<Diagram> byReading)
    {
        Declare(silence, byReading.Length);
        var children = new int[byReading.Length];
        for (var i = 0; i < children.Length; i++)
            children[i] = byReading[i].Node;
        return new Diagram(Select(silence, children, new Dictionary<NodeList, int>()));
    }

    internal bool IsLeaf(int node) => _nodes[node].Silence == LeafSilence;

    internal int LeafOf(int node) => _nodes[node].First;

    internal int SilenceOf(int node) => _nodes[node].Silence;

    internal int ChildCount(int node) => _nodes[node].Count;

    internal int Child(int node, int reading) => _children[_nodes[node].First + reading];

    private readonly record struct Node(int Silence, int First, int Count);
}
