namespace Foedus.Engine.Kernel;

/// <content>Making and combining nodes.</content>
public sealed partial class Conditions
{
    private void Declare(int silence, int readings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(silence);
        ArgumentOutOfRangeException.ThrowIfEqual(silence, LeafSilence);
        ArgumentOutOfRangeException.ThrowIfLessThan(readings, 1);
        if (!_readings.TryGetValue(silence, out var before))
            _readings.Add(silence, readings);
        else
            ArgumentOutOfRangeException.ThrowIfNotEqual(readings, before);
    }

    private int Leaf(int leaf)
    {
        if (!_leaves.TryGetValue(leaf, out var node))
        {
            node = _nodes.Add(new Node(LeafSilence, leaf, 0));
            _leaves.Add(leaf, node);
        }

        return node;
    }

    /// <summary>The one node with these children: the child itself, if they are all the same.</summary>
    private int MakeNode(int silence, ReadOnlySpan<int> children)
    {
        if (!children.ContainsAnyExcept(children[0]))
            return children[0];
        var hash = Hash(silence, children);
        foreach (var (unique, limit) in _beneath)
        {
            if (Find(unique, hash, silence, children, limit, out _) is var known and > 0)
                return known;
        }

        if (Find(_unique, hash, silence, children, int.MaxValue, out var slot) is var own and > 0)
            return own;
        var first = _children.Count;
        foreach (var child in children)
            _children.Add(child);
        var node = _nodes.Add(new Node(silence, first, children.Length));
        _unique[slot] = node;
        if (2 * (_nodes.Count - _first) > _unique.Length)
            Arrange(2 * _unique.Length);
        return node;
    }

    /// <summary>The node in a table, before a limit; 0 if it is not there, and then the free place for it.</summary>
    private int Find(int[] unique, uint hash, int silence, ReadOnlySpan<int> children, int limit, out int slot)
    {
        for (slot = (int)(hash & (uint)(unique.Length - 1)); unique[slot] != 0; slot = (slot + 1) & (unique.Length - 1))
        {
            if (unique[slot] < limit && IsNode(unique[slot], silence, children))
                return unique[slot];
        }

        return 0;
    }

    private bool IsNode(int node, int silence, ReadOnlySpan<int> children)
    {
        ref readonly var inner = ref _nodes[node];
        if (inner.Silence != silence || inner.Count != children.Length)
            return false;
        for (var i = 0; i < children.Length; i++)
        {
            if (_children[inner.First + i] != children[i])
                return false;
        }

        return true;
    }

    private static uint Hash(int silence, ReadOnlySpan<int> children)
    {
        unchecked
        {
            var hash = (uint)silence * 0x9E3779B9U;
            foreach (var child in children)
                hash = (hash ^ (uint)child) * 0x85EBCA6BU ^ (hash >> 15);
            return hash ^ (hash >> 16);
        }
    }

    /// <summary>Lays out the table of nodes anew, with so much room.</summary>
    private void Arrange(int room)
    {
        var unique = new int[room];
        var children = new List<int>();
        for (var node = Math.Max(2, _first); node < _nodes.Count; node++)
        {
            if (IsLeaf(node))
                continue;
            children.Clear();
            for (var i = 0; i < ChildCount(node); i++)
                children.Add(Child(node, i));
            var slot = (int)(Hash(SilenceOf(node), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(children)) & (uint)(room - 1));
            while (unique[slot] != 0)
                slot = (slot + 1) & (room - 1);
            unique[slot] = node;
        }

        _unique = unique;
    }

    private int Both(int a, int b)
    {
        if (a == b || b == True)
            return a;
        if (a == True)
            return b;
        if (a == False || b == False)
            return False;
        var key = a < b ? (a, b) : (b, a);
        if (_both.TryGetValue(key, out var known))
            return known;
        var silence = Math.Min(SilenceOf(a), SilenceOf(b));
        var children = new int[SilenceOf(a) == silence ? ChildCount(a) : ChildCount(b)];
        for (var i = 0; i < children.Length; i++)
            children[i] = Both(At(a, silence, i), At(b, silence, i));
        var node = MakeNode(silence, children);
        if (_both.Count >= MostRemembered)
            _both.Clear();
        _both[key] = node;
        return node;
    }

    private int Negated(int a)
    {
        if (a <= False)
            return a ^ 1;
        if (_negated.TryGetValue(a, out var known))
            return known;
        var silence = SilenceOf(a);
        var children = new int[ChildCount(a)];
        for (var i = 0; i < children.Length; i++)
            children[i] = Negated(Child(a, i));
        var node = MakeNode(silence, children);
        _negated[a] = node;
        _negated[node] = a;
        return node;
    }

    /// <summary>A node where a silence that comes no later than its own is read so.</summary>
    private int At(int node, int silence, int reading) => SilenceOf(node) == silence ? Child(node, reading) : node;

    private int Restricted(int root, int silence, int reading)
    {
        var done = new Dictionary<int, int>();
        return Visit(root);

        int Visit(int node)
        {
            if (SilenceOf(node) > silence)
                return node;
            if (SilenceOf(node) == silence)
                return (uint)reading < (uint)ChildCount(node) ? Child(node, reading) : node;
            if (done.TryGetValue(node, out var known))
                return known;
            var children = new int[ChildCount(node)];
            for (var i = 0; i < children.Length; i++)
                children[i] = Visit(Child(node, i));
            return done[node] = MakeNode(SilenceOf(node), children);
        }
    }

    private int Where(int node, int leaf, Dictionary<int, int> done)
    {
        if (IsLeaf(node))
            return LeafOf(node) == leaf ? True : False;
        if (done.TryGetValue(node, out var known))
            return known;
        var children = new int[ChildCount(node)];
        for (var i = 0; i < children.Length; i++)
            children[i] = Where(Child(node, i), leaf, done);
        return done[node] = MakeNode(SilenceOf(node), children);
    }

    /// <summary>The node that is byReading[r] where the silence has reading r, wherever the silence comes in the order.</summary>
    private int Select(int silence, int[] byReading, Dictionary<NodeList, int> done)
    {
        var top = silence;
        foreach (var node in byReading)
            top = Math.Min(top, SilenceOf(node));
        var children = new int[_readings[top]];
        if (top == silence)
        {
            for (var i = 0; i < children.Length; i++)
                children[i] = At(byReading[i], silence, i);
            return MakeNode(silence, children);
        }

        var key = new NodeList(byReading);
        if (done.TryGetValue(key, out var known))
            return known;
        for (var i = 0; i < children.Length; i++)
            children[i] = Select(silence, Array.ConvertAll(byReading, node => At(node, top, i)), done);
        return done[key] = MakeNode(top, children);
    }

    private int Walk(int node, Func<int, int> reading)
    {
        while (!IsLeaf(node))
            node = Child(node, reading(SilenceOf(node)));
        return node;
    }

    /// <summary>Every truth that can still come about is looked for, each node once.</summary>
    private int DecideOpen(int root, IReadings readings)
    {
        var reached = -1;
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            if (node <= False)
            {
                if (reached >= 0)
                    return -1;
                reached = node == True ? 1 : 0;
                continue;
            }

            var reading = readings.Ask(SilenceOf(node), ChildCount(node));
            if (reading == IReadings.Open)
                PushChildren(node, open);
            else
                open.Push(Child(node, reading));
        }

        return reached;
    }

    private List<int> SupportOf(int root)
    {
        var silences = new SortedSet<int>();
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            if (IsLeaf(node) || !seen.Add(node))
                continue;
            silences.Add(SilenceOf(node));
            PushChildren(node, open);
        }

        return [.. silences];
    }

    private void PushChildren(int node, Stack<int> open)
    {
        for (var i = 0; i < ChildCount(node); i++)
            open.Push(Child(node, i));
    }

    /// <summary>Nodes as a key.</summary>
    private readonly struct NodeList(int[] nodes) : IEquatable<NodeList>
    {
        private readonly int[] _nodes = nodes;

        public bool Equals(NodeList other) => _nodes.AsSpan().SequenceEqual(other._nodes);

        public override bool Equals(object? obj) => obj is NodeList other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var node in _nodes)
                hash.Add(node);
            return hash.ToHashCode();
        }
    }
}
