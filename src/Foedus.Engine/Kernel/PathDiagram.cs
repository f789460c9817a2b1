namespace Foedus.Engine.Kernel;

/// <summary>Turns the paths of a fork, which may meet silences in any order, into a reduced diagram, which has them in one order.</summary>
internal static class PathDiagram
{
    /// <param name="conditions">Where the diagram is kept.</param>
    /// <param name="paths">Paths as a fork runs them: depth first, from the first reading of each silence.</param>
    /// <param name="leaf">The leaf for a result.</param>
    /// <param name="untried">The leaf for readings that no path covers.</param>
    public static Diagram Build<T>(Conditions conditions, IReadOnlyList<ReadingPath<T>> paths, Func<T, int> leaf, int untried)
    {
        var next = 0;
        return Branch(0);

        // The paths that share their first `depth` readings follow one another, beginning with the next.
        Diagram Branch(int depth)
        {
            var path = paths[next];
            if (path.Silences.Count == depth)
            {
                next++;
                return conditions.Constant(leaf(path.Result));
            }

            var asked = path.Silences[depth];
            var children = new Diagram[asked.Readings];
            for (var reading = 0; reading < children.Length; reading++)
                children[reading] = HasNext(path, depth, reading) ? Branch(depth + 1) : conditions.Constant(untried);
            return conditions.Case(asked.Silence, children);
        }

        bool HasNext(ReadingPath<T> path, int depth, int reading)
        {
            if (next >= paths.Count)
                return false;
            var silences = paths[next].Silences;
            if (silences.Count <= depth || silences[depth].Silence != path.Silences[depth].Silence || silences[depth].Reading != reading)
                return false;
            for (var i = 0; i < depth; i++)
            {
                if (silences[i] != path.Silences[i])
                    return false;
            }

            return true;
        }
    }
}
