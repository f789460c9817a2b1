using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>One way of settling a tie.</summary>
public abstract record TieStep
{
    private TieStep()
    {
    }

    /// <summary>By the votes at the most recent earlier round at which they differed.</summary>
    public sealed record Backwards : TieStep;

    /// <summary>By the votes at the earliest round at which they differed.</summary>
    public sealed record Forwards : TieStep;

    /// <summary>By lot from a public seed; see <see cref="SeededLot"/>.</summary>
    public sealed record Lot(string Seed) : TieStep;

    /// <summary>By an order that somebody gave, a chair for instance: the most preferred first. Those not named come last and stay tied.</summary>
    public sealed record Order(ImmutableArray<int> Preferred) : TieStep;
}
