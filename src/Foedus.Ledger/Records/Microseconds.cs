using NodaTime;

namespace Foedus.Ledger.Records;

/// <summary>Instants as whole microseconds since 1970-01-01T00:00:00Z, without leap seconds.</summary>
internal static class Microseconds
{
    private const long TicksEach = NodaConstants.TicksPerMillisecond / 1000;

    public static long Of(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return ticks >= 0 ? ticks / TicksEach : ((ticks + 1) / TicksEach) - 1;
    }

    /// <summary>False if the calendar does not reach so far.</summary>
    public static bool TryRead(long microseconds, out Instant instant)
    {
        instant = default;
        if (microseconds < Of(Instant.MinValue) + 1 || microseconds > Of(Instant.MaxValue))
            return false;
        instant = Instant.FromUnixTimeTicks(microseconds * TicksEach);
        return true;
    }

    /// <summary>The instant without what is smaller than a microsecond.</summary>
    public static Instant Floor(Instant instant) => Instant.FromUnixTimeTicks(Of(instant) * TicksEach);
}
