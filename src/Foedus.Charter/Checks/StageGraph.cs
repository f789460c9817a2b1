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

    /// <summary>Whether a stage can be reached again from itself through others; the stages of that circle in the order of the text.</summary>
    public List<Stage> CircleOf(Stage start)
    {
        var forward = Reach([start], s => Said(s));
        return [.. ways.Keys.Where(s => forward.Contains(s) && Reach([s], t => Said(t)).Contains(start))];

        static IEnumerable<Stage> Said(Stage stage) => stage.Exits.Where(e => e.Way.IsSaid).Select(e => e.Way.Said.ToStage).OfType<Stage>();
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
