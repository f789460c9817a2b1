namespace Foedus.Ledger.Stores;

/// <summary>Checkpoints: signed notes of a size and a root. They are kept as they were signed.</summary>
public interface ICheckpointStore
{
    /// <summary>Keeps a note for a size. A further note of the same size is kept beside the others; the same note is kept once.</summary>
    void Put(long size, string note);

    /// <summary>The latest note of the greatest size; null if there is none.</summary>
    StoredCheckpoint? Latest();

    /// <summary>All, in the order of sizes, and of the same size in the order in which they came.</summary>
    IEnumerable<StoredCheckpoint> All();
}

/// <summary>A checkpoint as kept.</summary>
/// <param name="Size">How many entries it speaks of.</param>
/// <param name="Note">The whole signed note.</param>
public sealed record StoredCheckpoint(long Size, string Note);
