using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Parties;

/// <summary>
/// Parties joined by "and": whether supporters can be counted each for one element of one party, and each element once, so that every party has
/// what it needs. A flow from supporters by way of elements to parties; it is as large as all needs together exactly if they can (L. R. Ford and
/// D. R. Fulkerson, 1956).
/// </summary>
internal sealed class JointFlow
{
    private readonly List<(int To, long Capacity)> _edges = [];
    private readonly List<List<int>> _from = [];
    private readonly Dictionary<(object Sort, int Element), (int In, int Out)> _elements = [];
    private readonly int _source;
    private readonly int _sink;
    private readonly int[] _parties;

    private JointFlow(int parties)
    {
        (_source, _sink) = (Node(), Node());
        _parties = new int[parties];
        for (var p = 0; p < parties; p++)
            _parties[p] = Node();
    }

    /// <summary>Whether every party can have what it needs.</summary>
    /// <param name="tallies">The parties, with what each supporter stands for.</param>
    /// <param name="supporters">How many supporters there are.</param>
    /// <param name="open">Whether what is open is counted for, and the least that may be needed is enough.</param>
    public static bool Meets(PartyTally[] tallies, int supporters, bool open)
    {
        var flow = new JointFlow(tallies.Length);
        var needed = 0L;
        for (var p = 0; p < tallies.Length; p++)
        {
            if ((open ? tallies[p].Lower.Least : tallies[p].Lower.Most) is not { } need)
                return false;
            needed += need;
            flow.Edge(flow._parties[p], flow._sink, need);
        }

        for (var i = 0; i < supporters; i++)
            flow.Add(tallies, i, open);
        while (needed > 0 && flow.Augment() is var more and > 0)
            needed -= more;
        return needed <= 0;
    }

    private void Add(PartyTally[] tallies, int index, bool open)
    {
        var (doer, seconders) = (Node(), Node());
        long weight = 0, others = 0;
        for (var p = 0; p < tallies.Length; p++)
        {
            var tally = tallies[p];
            if (tally.Seconders[index] > 0)
            {
                others = Math.Max(others, tally.Seconders[index]);
                Edge(seconders, _parties[p], tally.Seconders[index]);
            }

            var fit = tally.Fits[index];
            if (fit.Truth == Truth.No || (!open && fit.Truth == Truth.Open))
                continue;
            weight = Math.Max(weight, fit.Weight);
            var element = Element(tally, fit);
            Edge(doer, element.In, fit.Weight);
            Edge(element.Out, _parties[p], fit.Weight);
        }

        Edge(_source, doer, weight);
        Edge(_source, seconders, others);
    }

    /// <summary>The nodes of an element, which is counted once: it is entered by one and left by the other.</summary>
    private (int In, int Out) Element(PartyTally tally, in Fit fit)
    {
        var key = (SortOf(tally.Party), fit.Element);
        if (_elements.TryGetValue(key, out var nodes))
            return nodes;
        nodes = (Node(), Node());
        Edge(nodes.In, nodes.Out, fit.Weight);
        _elements.Add(key, nodes);
        return nodes;
    }

    /// <summary>Towns are the same towns in every party that counts them; the body of a town and its members are others.</summary>
    private static object SortOf(Party party) => party.Kind switch
    {
        PartyKind.Unit or PartyKind.NamedUnit => PartyKind.Unit,
        PartyKind.Body => (object?)party.Body ?? party.Name,
        PartyKind.Office => (object?)party.Office ?? party.Name,
        _ => party.Kind,
    };

    private int Node()
    {
        _from.Add([]);
        return _from.Count - 1;
    }

    private void Edge(int from, int to, long capacity)
    {
        _from[from].Add(_edges.Count);
        _edges.Add((to, capacity));
        _from[to].Add(_edges.Count);
        _edges.Add((from, 0));
    }

    /// <summary>Sends more along a shortest way that has room, and says how much; 0 if there is none.</summary>
    private long Augment()
    {
        var by = new int[_from.Count];
        Array.Fill(by, -1);
        var next = new Queue<int>([_source]);
        while (next.TryDequeue(out var at) && by[_sink] < 0)
        {
            foreach (var edge in _from[at])
            {
                var (to, capacity) = _edges[edge];
                if (capacity <= 0 || to == _source || by[to] >= 0)
                    continue;
                by[to] = edge;
                next.Enqueue(to);
            }
        }

        if (by[_sink] < 0)
            return 0;
        var room = long.MaxValue;
        for (var at = _sink; at != _source; at = _edges[by[at] ^ 1].To)
            room = Math.Min(room, _edges[by[at]].Capacity);
        for (var at = _sink; at != _source; at = _edges[by[at] ^ 1].To)
        {
            var edge = by[at];
            _edges[edge] = (_edges[edge].To, _edges[edge].Capacity - room);
            _edges[edge ^ 1] = (_edges[edge ^ 1].To, _edges[edge ^ 1].Capacity + room);
        }

        return room;
    }
}
