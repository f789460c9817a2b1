using NodaTime;

namespace Foedus.Ledger.Records;

/// <summary>Days as numbers: days since 1970-01-01 in the Gregorian calendar, also before its introduction.</summary>
internal static class DayNumber
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly int Least = Of(LocalDate.MinIsoValue);
    private static readonly int Most = Of(LocalDate.MaxIsoValue);

    public static int Of(LocalDate date) => Period.DaysBetween(Epoch, date.WithCalendar(CalendarSystem.Iso));

    /// <summary>False if the calendar does not reach so far.</summary>
    public static bool TryRead(int number, out LocalDate date)
    {
        date = default;
        if (number < Least || number > Most)
            return false;
        date = Epoch.PlusDays(number);
        return true;
    }
}
