using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Following;

/// <summary>Gives the entries of a ledger as they are appended.</summary>
public interface ILedgerFollower
{
    /// <summary>
    /// The entries from a position on, in order, each once and none left out, those that are there and then those that come, without an end. Waits
    /// between them. Entries are on durable storage before they are given.
    /// </summary>
    /// <param name="from">The first position.</param>
    /// <param name="stop">Ends it between two entries.</param>
    /// <exception cref="LedgerStoreException">
    /// The storage is damaged, or does not come back for longer than the follower waits. Who then follows anew from the position after the last entry
    /// that he has, misses and doubles nothing.
    /// </exception>
    IEnumerable<StoredEntry> Follow(long from, CancellationToken stop);
}
