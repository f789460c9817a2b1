using NodaTime;

namespace Foedus.Ledger.Tests.Log;

/// <summary>A clock that goes a second further each time somebody looks; it can be set.</summary>
public sealed class SteppingClock : IClock
{
    private long _seconds;

    public Instant Start { get; set; } = Instant.FromUtc(2026, 1, 1, 0, 0);

    public Instant GetCurrentInstant() => Start + Duration.FromSeconds(Interlocked.Increment(ref _seconds));
}
