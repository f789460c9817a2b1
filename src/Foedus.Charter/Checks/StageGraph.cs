using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>The stages of a procedure and the ways between them.</summary>
internal sealed class StageGraph
{
    private readonly Dictionary<Stage, List<Way>> ways = new(ReferenceEqualityComparer.Instance);

    public StageGraph(Procedure procedure)
    {
        foreach (var stage in procedure.Stages)
        {
            ways[stage] = [.. stage.Exits.SelectMany(e => e.Way.Fillers)];
            // A way that could not be read leads nobody knows where; nothing can then be said of what is reached.
            IsKnown &= !stage.Exits.Exists(e => e.Way.Fillers.IsEmpty);
        }
    }

    /// <summary>Whether every way of every stage is known.</summary>
    public bool IsKnown { get; private set; } = true;

    /// <summary>The ways out of a stage, readings of silent ones included.</summary>
    public IReadOnlyList<Way> Out(Stage stage) => ways[stage];

    /// <summary>
    /// The circles: stages each of which leads to every other of them by what the charter says (strongly connected components, by the two
    /// passes of Kosaraju, as published by Sharir 1981), in the order of the text. Single stages are none.
    /// </summary>
    public List<List<Stage>> Circles()
    {
        var forward = ways.Keys.ToDictionary(s => s, s => Said(s).Where(ways.ContainsKey).ToList(), Same);
        var back = ways.Keys.ToDictionary(s => s, _ => new List<Stage>(), Same);
        foreach (var (from, to) in forward)
            foreach (var next in to) back[next].Add(from);
        var order = new List<Stage>();
        var seen = new HashSet<Stage>(Same);
        foreach (var stage in ways.Keys) Finish(stage, forward, seen, order);
        seen.Clear();
        var circles = new List<List<Stage>>();
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var circle = new List<Stage>();
            Finish(order[i], back, seen, circle);
            if (circle.Count > 1) circles.Add(circle);
        }
        var place = ways.Keys.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i, Same);
        foreach (var circle in circles) circle.Sort((a, b) => place[a].CompareTo(place[b]));
        circles.Sort((a, b) => place[a[0]].CompareTo(place[b[0]]));
        return circles;

        static IEnumerable<Stage> Said(Stage stage) => stage.Exits.Where(e => e.Way.IsSaid).Select(e => e.Way.Said.ToStage).OfType<Stage>();
    }

    private static readonly IEqualityComparer<Stage> Same = ReferenceEqualityComparer.Instance;

    // Depth first, without a stack of calls; stages are added when all that they lead to is done.
    private static void Finish(Stage start, Dictionary<Stage, List<Stage>> next, HashSet<Stage> seen, List<Stage> done)
    {
        if (!seen.Add(start)) return;
        var open = new Stack<(Stage Stage, int At)>();
        open.Push((start, 0));
        while (open.TryPop(out var top))
        {
            var (stage, at) = top;
            if (at == next[stage].Count)
            {
                done.Add(stage);
                continue;
            }
            open.Push((stage, at + 1));
            if (seen.Add(next[stage][at])) open.Push((next[stage][at], 0));
        }
    }

    /// <summary>All stages that can be reached, the given ones included.</summary>
    public HashSet<Stage> From(IEnumerable<Stage> starts) => Reach(starts, s => Out(s).Select(w => w.ToStage).OfType<Stage>());

    private static HashSet<Stage> Reach(IEnumerable<Stage> starts, Func<Stage, IEnumerable<Stage>> next)
    {
        var seen = new HashSet<Stage>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Stage>(starts);
        while (open.TryPop(out var stage))
        {
            if (!seen.Add(stage)) continue;
            foreach (var to in next(stage)) open.Push(to);
        }
        return seen;
    }
}
