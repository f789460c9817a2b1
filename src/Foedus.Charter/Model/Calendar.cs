namespace Foedus.Charter.Model;

public enum SpanUnit
{
    Hours,
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

/// <summary>A span of time as the charter words it.</summary>
public sealed record Span(int Count, SpanUnit Unit, bool ExcludingSundays, bool ExcludingHolidays)
{
    public string Words { get; init; } = "";

    public override string ToString() => Words;
}

/// <summary>How days are counted: zone, whether the day of the event counts, what a last day on a holiday does.</summary>
public sealed class TimeRules
{
    public Slot<string>? Zone { get; internal set; }

    public Slot<bool>? FirstDayCounts { get; internal set; }

    public Slot<bool>? LastDayMoves { get; internal set; }
}
