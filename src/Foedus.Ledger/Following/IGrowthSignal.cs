using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Following;

/// <summary>Tells when a ledger may have grown. For one thread.</summary>
public interface IGrowthSignal : IDisposable
{
    /// <summary>
    /// Waits until the ledger may have grown since the last call, or for a time. The first call, and the first after a failure, begins to listen and
    /// returns true at once: what came before has to be looked for.
    /// </summary>
    /// <param name="atMost">How long.</param>
    /// <returns>True if there may be something new.</returns>
    /// <exception cref="LedgerStoreException">The storage cannot be reached; call again later.</exception>
    bool Wait(TimeSpan atMost);
}
