using Foedus.Ledger.Following;

namespace Foedus.Ledger.Stores.Memory;

/// <summary>Tells by an event when a ledger in memory has grown.</summary>
internal sealed class MemorySignal : IGrowthSignal
{
    private readonly MemoryStore _store;
    private readonly AutoResetEvent _grown = new(initialState: true);
    private readonly Lock _closing = new();
    private bool _closed;

    public MemorySignal(MemoryStore store)
    {
        _store = store;
        _store.Grown += Set;
    }

    public bool Wait(TimeSpan atMost) => _grown.WaitOne(atMost);

    public void Dispose()
    {
        _store.Grown -= Set;
        lock (_closing)
        {
            _closed = true;
            _grown.Dispose();
        }
    }

    // An append that is under way may still tell of itself when nobody listens any more.
    private void Set()
    {
        lock (_closing)
        {
            if (!_closed)
                _grown.Set();
        }
    }
}
