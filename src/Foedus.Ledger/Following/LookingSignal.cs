using System.Diagnostics;
using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Following;

/// <summary>The signal of a store that has none of its own: looks at its size.</summary>
internal sealed class LookingSignal(ILedgerStore store) : IGrowthSignal
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private long _seen = -1;

    public bool Wait(TimeSpan atMost)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var size = store.Head().Size;
            if (size != _seen)
            {
                _seen = size;
                return true;
            }

            if (Stopwatch.GetElapsedTime(since) >= atMost)
                return false;
            Thread.Sleep(Pause);
        }
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
