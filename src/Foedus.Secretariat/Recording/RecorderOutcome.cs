using System.Collections.Immutable;

namespace Foedus.Secretariat;

/// <summary>What became of opening a ledger to record in it.</summary>
public abstract record RecorderOutcome
{
    private RecorderOutcome()
    {
    }

    /// <summary>It is open.</summary>
    /// <param name="Recorder">Whoever opened it disposes of it.</param>
    public sealed record Opened(Recorder Recorder) : RecorderOutcome;

    /// <summary>It cannot be opened.</summary>
    /// <param name="Problems">Why, and what to do.</param>
    public sealed record Failed(ImmutableArray<Problem> Problems) : RecorderOutcome;
}
