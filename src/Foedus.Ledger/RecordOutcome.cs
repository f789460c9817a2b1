using System.Collections.Immutable;

namespace Foedus.Ledger;

/// <summary>What became of acts that were to be recorded.</summary>
public abstract record RecordOutcome
{
    private RecordOutcome()
    {
    }

    /// <summary>They are recorded, on durable storage, all of them.</summary>
    /// <param name="Acts">Where each stands, in the order of the drafts.</param>
    /// <param name="Size">How many entries the ledger had just after.</param>
    public sealed record Recorded(ImmutableArray<RecordedAct> Acts, long Size) : RecordOutcome;

    /// <summary>The ledger is not as long as was expected; nothing was written. Read what was added, and decide again.</summary>
    /// <param name="Expected">How many entries were expected.</param>
    /// <param name="Size">How many there are.</param>
    public sealed record Conflict(long Expected, long Size) : RecordOutcome;

    /// <summary>One of them cannot be recorded, so none was.</summary>
    /// <param name="Draft">Which, from 0.</param>
    /// <param name="Reason">Why, in a sentence.</param>
    public sealed record Unfit(int Draft, string Reason) : RecordOutcome;

    /// <summary>An idempotency key stands for another act already; nothing was written.</summary>
    /// <param name="Draft">Which draft, from 0.</param>
    /// <param name="Key">The key.</param>
    /// <param name="Position">The entry that has it.</param>
    public sealed record KeyTaken(int Draft, string Key, long Position) : RecordOutcome;
}
