using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat;

/// <summary>A federation as it was opened: its charter, what was done in it with every ruling, and what is wrong with its texts.</summary>
public sealed class OpenedFederation
{
    private readonly Lazy<ImmutableArray<Problem>> problems;

    /// <exception cref="Obstacle">There is nothing by which acts could be ruled on, or the terms do not fit.</exception>
    internal OpenedFederation(FederationInput input, OpeningTerms terms)
        : this(History.Of(input, i => AssumptionChoice.Of(i, terms.NoAssumptions, [.. terms.Assuming]), terms.Rehearse, terms.Edition))
    {
    }

    internal OpenedFederation(History history)
    {
        History = history.Branch();
        problems = new Lazy<ImmutableArray<Problem>>(() => [.. FederationProblems.Of(history.Input).All.Select(Problem.Of)]);
    }

    /// <summary>What was done, and the state that it leads to.</summary>
    internal History History { get; }

    /// <summary>The charter with everything that was read beside it.</summary>
    public Federation Federation => History.Input.Federation;

    /// <summary>Its title.</summary>
    public string Title => History.Input.Title;

    /// <summary>How many acts are known.</summary>
    public int Known => History.State.Known;

    /// <summary>The day of the latest act; without any, the day on which the latest edition in force came into force.</summary>
    public Day LastDay => History.LastDay;

    /// <summary>Everything that is wrong with its texts, journals and cases included, by file and place. They are looked for when they are first asked for.</summary>
    public ImmutableArray<Problem> Problems => problems.Value;

    /// <summary>The federation as at a day: to be asked, by any number of threads at once.</summary>
    /// <param name="day">As at this day; null: that of the last act.</param>
    /// <param name="known">As known after so many acts; null: after all of them.</param>
    /// <param name="assumptions">Whose assumptions are used; null: those with which it was opened.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many acts.</exception>
    public FederationView At(Day? day = null, int? known = null, AssumptionSet? assumptions = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(known ?? 0, nameof(known));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(known ?? 0, Known, nameof(known));
        return new FederationView(History, day ?? LastDay, known ?? Known, assumptions is null ? History.Assumptions : new AssumptionChoice(assumptions, null));
    }
}
