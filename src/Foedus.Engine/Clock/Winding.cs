using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Clock;

/// <summary>Winds the clock of a stage: until what day the matter may be answered.</summary>
internal static class Winding
{
    /// <summary>The matter comes to the stage: its time runs, unless it waits for an event.</summary>
    public static void Arrives(Judgement j, int matter, Stage stage)
    {
        if (stage.Within is { } slot && j.AskLimit(slot, out var time) && (time.From is not { } from || !WaitsFor(from)))
            Wind(j, matter, slot.By, new Start(j.Today, AtBoundary: j.Act.Verb == Acts.Verb.Lapses), time);
    }

    /// <summary>The event happens from which the time of a stage runs.</summary>
    public static void Begins(Judgement j, int matter, Stage stage)
    {
        if (stage.Within is { } slot && j.AskLimit(slot, out var time))
            Wind(j, matter, slot.By, new Start(j.Today), time);
    }

    /// <summary>The time of the matter ends with a day.</summary>
    public static void Until(Judgement j, int matter, Day last, Provision by)
    {
        j.Write(Relations.Due, matter, last.Number);
        j.Cite(by, GroundKind.Due, last);
    }

    /// <summary>Events from which a time runs only once they have happened.</summary>
    public static bool WaitsFor(string from) => from is "publication" or "presentation" or "convening";

    private static void Wind(Judgement j, int matter, Provision by, Start start, TimeAllowed time)
    {
        if (Periods.LastDay(j, start, time.Span) is { } last)
            Until(j, matter, last, by);
    }
}
