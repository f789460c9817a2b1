namespace Foedus.Engine.Kernel;

/// <summary>A judgement run through every reading of the silences that it met.</summary>
public readonly struct Forked<T>
{
    private static readonly IReadOnlyList<AskedSilence> NoSilences = [];
    private readonly IReadOnlyList<ReadingPath<T>>? _paths;

    internal Forked(T single, IReadOnlyList<int> assumed)
    {
        First = single;
        Assumed = assumed;
        Met = NoSilences;
    }

    internal Forked(
        IReadOnlyList<ReadingPath<T>> paths, bool budgetHit, IReadOnlyList<int> assumed, IReadOnlyList<AskedSilence> met)
    {
        _paths = paths;
        First = paths[0].Result;
        BudgetHit = budgetHit;
        Assumed = assumed;
        Met = met;
    }

    /// <summary>The result of the first path; the only one, if no silence was met.</summary>
    public T First { get; }

    /// <summary>True if no silence was met that is not assumed.</summary>
    public bool IsSingle => _paths is null;

    /// <summary>True if paths were left when the budget was spent: nothing is then known of the readings not tried.</summary>
    public bool BudgetHit { get; }

    /// <summary>The silences that were answered by an assumption, in order.</summary>
    public IReadOnlyList<int> Assumed { get; }

    /// <summary>
    /// The silences met on some path and not assumed, those with most readings first; <see cref="AskedSilence.Reading"/> is 0.
    /// </summary>
    public IReadOnlyList<AskedSilence> Met { get; }

    /// <summary>The paths, depth first.</summary>
    public IReadOnlyList<ReadingPath<T>> Paths => _paths ?? [new ReadingPath<T>(NoSilences, First)];

    public int Count => _paths?.Count ?? 1;

    /// <summary>The diagram of the results.</summary>
    /// <param name="conditions">Where the diagram is kept.</param>
    /// <param name="leaf">The leaf for a result.</param>
    /// <param name="untried">The leaf for the readings that the budget left untried.</param>
    public Diagram ToDiagram(Conditions conditions, Func<T, int> leaf, int untried = -1) =>
        _paths is null ? conditions.Constant(leaf(First)) : PathDiagram.Build(conditions, _paths, leaf, untried);
}
