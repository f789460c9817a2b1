using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Judging;

/// <summary>
/// What the engine rules of an act: in which readings of the silences it is accepted, refused or open, with the reasons on each path. The
/// ruling itself uses no assumption; <see cref="Under"/> tells the verdict once somebody's assumptions are used.
/// </summary>
public sealed class Ruling
{
    private readonly Conditions _conditions;
    private readonly IReadOnlyList<Silence> _silences;

    internal Ruling(Act act, Rulebooks books, int knownBefore, ImmutableArray<Branch> paths, Diagram diagram, bool budgetSpent, Conditions conditions)
    {
        Act = act;
        Books = books;
        KnownBefore = knownBefore;
        Branches = paths;
        Diagram = diagram;
        BudgetSpent = budgetSpent;
        _conditions = conditions;
        _silences = books.Federation.AllSilences;
    }

    public Act Act { get; }

    /// <summary>The rules of every edition: by which one the act is judged may differ from path to path.</summary>
    public Rulebooks Books { get; }

    /// <summary>How many acts were known when it was judged.</summary>
    public int KnownBefore { get; }

    /// <summary>One judgement for each way of reading the silences met.</summary>
    public ImmutableArray<Branch> Branches { get; }

    /// <summary>The verdict as a function of the silences; its leaves are verdict and outcome together.</summary>
    public Diagram Diagram { get; }

    /// <summary>True if there were more ways than the engine tries.</summary>
    public bool BudgetSpent { get; }

    /// <summary>The verdict without any assumption.</summary>
    public Verdict Verdict => _conditions.IsConstant(Diagram, out var leaf) ? Branch.VerdictOf(leaf) : Verdict.Undetermined;

    /// <summary>The silences met on some path.</summary>
    public IEnumerable<Silence> Met
    {
        get
        {
            var seen = new SortedSet<int>();
            foreach (var path in Branches)
            {
                foreach (var (silence, _) in path.Readings)
                    seen.Add(silence);
            }

            return seen.Select(SilenceAt);
        }
    }

    /// <summary>The silences on which the verdict turns.</summary>
    public IEnumerable<Silence> Material => _conditions.Support(Diagram).Select(SilenceAt);

    /// <summary>
    /// The verdict under somebody's assumptions, with the assumptions that it truly needed and the reasons. Asking leaves the ruling, and the state
    /// on which it was made, as they were: what an open verdict has to be taken apart into is kept apart.
    /// </summary>
    public Judgment Under(AssumptionSet assumptions) =>
        Judgment.Of(this, assumptions, _conditions.IsConstant(Diagram, out _) ? _conditions : _conditions.Branch());

    internal int WaysOf(int silence) => SilenceAt(silence).Ways;

    internal Silence SilenceAt(int id) => _silences[id];
}
