namespace Foedus.Engine.Kernel;

/// <content>Shortest ways to an outcome: prime implicants.</content>
public sealed partial class Conditions
{
    /// <summary>Up to this many material silences, the ways to an outcome are found by going through all of them.</summary>
    public const int ExactSilences = 12;

    private const int MostImplicants = 20_000;
    private const int GreedyPaths = 64;

    /// <summary>The shortest ways to make a diagram come to a leaf.</summary>
    /// <param name="diagram">What a judgement comes to.</param>
    /// <param name="leaf">The outcome wanted.</param>
    /// <param name="most">How many ways to give; the rest are counted.</param>
    public Ways WaysTo(Diagram diagram, int leaf, int most = 5) => WaysTo(Where(diagram, leaf), most);

    /// <summary>The shortest ways to make a condition true.</summary>
    public Ways WaysTo(Condition condition, int most = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var exact = SupportOf(condition.Node).Count <= ExactSilences;
        List<Way>? ways = null;
        if (exact)
            ways = Primes(condition.Node);
        exact = ways is not null;
        ways ??= FewPrimes(condition.Node);
        ways.Sort(Way.Compare);
        return new Ways(ways.Count <= most ? ways : ways.GetRange(0, most), Math.Max(0, ways.Count - most), exact);
    }

    /// <summary>
    /// All prime implicants, by the recursion of Coudert and Madre (1992): those of the part common to all readings of the first silence, and
    /// with each reading those of that branch which the common part does not already give. Null if there are too many.
    /// </summary>
    private List<Way>? Primes(int root)
    {
        var done = new Dictionary<int, Literal[][]>();
        var total = 0;
        var found = Visit(root);
        return found?.Select(literals => new Way(literals)).ToList();

        Literal[][]? Visit(int node)
        {
            if (node <= False)
                return node == True ? [[]] : [];
            if (done.TryGetValue(node, out var known))
                return known;
            var common = True;
            for (var i = 0; i < ChildCount(node); i++)
                common = Both(common, Child(node, i));
            if (Visit(common) is not { } shared)
                return null;
            var primes = new List<Literal[]>(shared);
            for (var i = 0; i < ChildCount(node); i++)
            {
                if (Visit(Child(node, i)) is not { } branch)
                    return null;
                foreach (var literals in branch)
                {
                    if (!shared.Any(s => IsSubset(s, literals)))
                        primes.Add([new Literal(SilenceOf(node), i), .. literals]);
                }
            }

            total += primes.Count;
            if (total > MostImplicants)
                return null;
            return done[node] = [.. primes];
        }
    }

    /// <summary>A few prime implicants: short paths to always, each with what can be left out left out.</summary>
    private List<Way> FewPrimes(int root)
    {
        var distance = new Dictionary<int, int>();
        var ways = new HashSet<Way>();
        var paths = 0;
        var shortest = Distance(root);
        for (var length = shortest; length < int.MaxValue / 2 && length <= shortest + 8 && paths < GreedyPaths; length++)
            Walk(root, length, []);
        return [.. ways.OrderBy(way => way, Comparer<Way>.Create(Way.Compare))];

        int Distance(int node)
        {
            if (node <= False)
                return node == True ? 0 : int.MaxValue / 2;
            if (distance.TryGetValue(node, out var known))
                return known;
            var least = int.MaxValue / 2;
            for (var i = 0; i < ChildCount(node); i++)
                least = Math.Min(least, Distance(Child(node, i)) + 1);
            return distance[node] = least;
        }

        void Walk(int node, int length, List<Literal> path)
        {
            if (paths >= GreedyPaths || Distance(node) > length)
                return;
            if (node == True)
            {
                if (length > 0)
                    return;
                paths++;
                ways.Add(new Way(Minimal(root, path)));
                return;
            }

            for (var i = 0; i < ChildCount(node) && length > 0; i++)
            {
                path.Add(new Literal(SilenceOf(node), i));
                Walk(Child(node, i), length - 1, path);
                path.RemoveAt(path.Count - 1);
            }
        }
    }

    private List<Literal> Minimal(int root, List<Literal> implicant)
    {
        var kept = new List<Literal>(implicant);
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var literal = kept[i];
            kept.RemoveAt(i);
            if (!IsImplicant(root, kept))
                kept.Insert(i, literal);
        }

        return kept;
    }

    private bool IsImplicant(int root, List<Literal> literals)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            if (node == True || !seen.Add(node))
                continue;
            if (node == False)
                return false;
            var given = literals.FindIndex(literal => literal.Silence == SilenceOf(node));
            if (given >= 0)
                open.Push(Child(node, literals[given].Reading));
            else
                PushChildren(node, open);
        }

        return true;
    }

    /// <summary>Whether the readings of one implicant are all among those of another; both by number of the silence.</summary>
    private static bool IsSubset(Literal[] few, Literal[] many)
    {
        var i = 0;
        foreach (var literal in many)
        {
            if (i < few.Length && few[i] == literal)
                i++;
        }

        return i == few.Length;
    }
}
