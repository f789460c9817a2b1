namespace Foedus.Ledger.Stores;

/// <summary>What became of an append.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>It is done and on durable storage.</summary>
    /// <param name="Size">How many entries there are now.</param>
    public sealed record Appended(long Size) : AppendOutcome;

    /// <summary>Somebody else appended first, or the ledger is shorter than expected. Nothing was written.</summary>
    /// <param name="Size">How many entries there are.</param>
    public sealed record Conflict(long Size) : AppendOutcome;

    /// <summary>An idempotency key of the batch is that of an earlier entry, or stands twice in the batch. Nothing was written.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Position">The entry that has it.</param>
    public sealed record KeyTaken(string Key, long Position) : AppendOutcome;
}
