using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Clock;

/// <summary>
/// Periods in hours between acts of which only the days are on record. What was done on a day was done at any moment of it, so between two days
/// lie more hours than the whole days between them, and fewer than these and both days; where that does not tell, the hour is asked for.
/// </summary>
internal static class Hours
{
    private const int ADay = 24;

    /// <summary>Whether so many hours have passed from something done on one day to something done on another.</summary>
    public static Truth HavePassed(Day from, Day to, int count)
    {
        var days = (long)to.Since(from);
        return (days - 1) * ADay >= count ? Truth.Yes : (days + 1) * ADay <= count ? Truth.No : Truth.Open;
    }

    /// <summary>Of a time that may last until a day, the last day with which it is certainly not over.</summary>
    /// <param name="last">The last day on which it may not be over.</param>
    /// <param name="count">The hours.</param>
    /// <param name="atBoundary">Whether it began with the first moment of a day.</param>
    public static Day Sure(Day last, int count, bool atBoundary) => last - ((count % ADay == 0 ? 0 : 1) + (atBoundary ? 0 : 1));

    /// <summary>Notes that it turns on the hour whether a time in hours was over.</summary>
    public static void Ask(Judgement j, Provision by, string span) =>
        j.Note(Truth.Open, by, GroundKind.HourUnknown, span, null, new Need("the hour"));
}
