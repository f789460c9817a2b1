using System.Collections.Immutable;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Recording;

namespace Foedus.Secretariat;

/// <summary>What became of a request to record.</summary>
public abstract record RecordingOutcome
{
    private RecordingOutcome()
    {
    }

    /// <summary>The branch in which the acts were ruled on; null if they were not now.</summary>
    internal Trial? Trial { get; init; }

    /// <summary>The acts were ruled on and are recorded, on durable storage.</summary>
    /// <param name="Acts">The acts with their rulings, in order.</param>
    /// <param name="Positions">Where each stands in the ledger.</param>
    public sealed record Recorded(ImmutableArray<RuledAct> Acts, ImmutableArray<long> Positions) : RecordingOutcome;

    /// <summary>The acts were recorded before, under the same mark. The answer is the one that was given then.</summary>
    /// <param name="Acts">The acts with their rulings, as things stood when they were recorded.</param>
    /// <param name="Positions">Where each stands in the ledger.</param>
    public sealed record Repeated(ImmutableArray<RuledAct> Acts, ImmutableArray<long> Positions) : RecordingOutcome;

    /// <summary>One of the acts is refused, or it is open whether it holds: nothing was recorded.</summary>
    /// <param name="Acts">The acts with their rulings, in order.</param>
    public sealed record NotRecorded(ImmutableArray<RuledAct> Acts) : RecordingOutcome;

    /// <summary>The request could not be dealt with: nothing was recorded, unless the storage failed while it was being written.</summary>
    /// <param name="Problems">Why, and what to do.</param>
    public sealed record Failed(ImmutableArray<Problem> Problems) : RecordingOutcome;
}
