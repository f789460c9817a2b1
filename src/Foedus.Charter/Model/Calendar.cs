using System.Collections.Immutable;
using NodaTime;

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

/// <summary>From what time can run.</summary>
public enum EventKind
{
    Arrival,
    Text,
    Presentation,
    Notice,
    Receipt,
    Demand,
    Rejection,
    Signature,
    Introduction,
    Publication,
    Issue,
    Force,
    Convening,
    Session,
    Opening,
    Closing,
    Election,
    Vacancy,
    EndOfTerm,
    Entry,
    Leaving,
    Act,
    Knowledge,

    /// <summary>A declared fact is stated.</summary>
    Fact,
}

/// <summary>An event from which time runs.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Of">Of what or of whom: a sort of act, a body, an office, a kind of unit; null for what the clause stands under.</param>
/// <param name="Fact">The fact, for <see cref="EventKind.Fact"/>.</param>
/// <param name="Words">The event in the charter's words.</param>
public sealed record StartEvent(EventKind Kind, Party? Of, string? Fact, string Words);

/// <summary>A holiday: one day by its date, or a day of every year.</summary>
public sealed record Holiday(LocalDate? Date, int Day, int Month, Provision By)
{
    public bool Is(LocalDate date) => Date is { } day ? date == day : date.Month == Month && date.Day == Day;
}

/// <summary>How days are counted: zone, which days of a period count, what a last day on a holiday does, and which days are none of work.</summary>
public sealed class TimeRules
{
    public Slot<string>? Zone { get; internal set; }

    public Slot<bool>? FirstDayCounts { get; internal set; }

    public Slot<bool>? LastDayMoves { get; internal set; }

    /// <summary>Whether the day of a session is one of the days of notice of it, where the first day is not counted.</summary>
    public Slot<bool>? EventDayCounts { get; internal set; }

    /// <summary>The days of the week that are no working days.</summary>
    public ImmutableArray<IsoDayOfWeek> RestDays { get; internal set; } = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    public List<Holiday> Holidays { get; } = [];
}
