namespace Foedus.Ledger.Stores;

/// <summary>
/// Snapshots of what is derived from the entries. A snapshot saves time and proves nothing: it may be dropped at any moment, and verification
/// derives it again.
/// </summary>
public interface ISnapshotStore
{
    /// <summary>Keeps a snapshot in the place of the earlier one with the same name.</summary>
    void Put(Snapshot snapshot);

    /// <summary>The snapshot with a name; null if there is none.</summary>
    Snapshot? Find(string name);

    /// <summary>All, in the order of their names.</summary>
    IEnumerable<Snapshot> All();

    /// <summary>Drops one; false if there is none with the name.</summary>
    bool Drop(string name);
}

/// <summary>Derived state as bytes.</summary>
/// <param name="Name">What is derived, and in which version of the derivation: <c>tree/1</c>.</param>
/// <param name="Size">From how many entries.</param>
/// <param name="Content">The bytes.</param>
public sealed record Snapshot(string Name, long Size, byte[] Content);
