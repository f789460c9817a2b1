using Foedus.Charter.Model;
using Foedus.Engine.Acts;

namespace Foedus.Secretariat.Reports;

/// <summary>What was gathered about a thing, for programs.</summary>
internal static class GatheredJson
{
    public static void Write(Json output, Gathered it)
    {
        var printer = new ActPrinter(it.History.Books.Roll);
        output.Field("name", it.Name).Field("sort", it.Thing.Kind.ToString().ToLowerInvariant());
        output.Field("date", it.Day.ToString()).Field("edition", it.Book.Edition.Number);
        output.Field("stands", it.Stands is { } stands ? StandingWords.Of(stands, StandingWords.Of) : null);
        output.Field("place", it.Place is { } place ? StandingWords.Of(place, StandingWords.Of) : null);
        output.Field("due", it.Due is { IsDetermined: true, Value: { } due } ? due.ToString() : null).Field("waitsFor", it.WaitsFor);
        output.Field("seats", it.Seats?.Summary(it.History.Assumptions.Set)).Field("holders", it.Holders).Field("holds", it.Places);
        output.List("turnsOn", (it.Stands?.Turns ?? []).Concat(it.Place?.Turns ?? []).Distinct(), output.Silence);
        output.List("unitSeats", it.UnitSeats, s => output.Field("body", s.Body.Name).Field("seats", s.Seats.ToString()).Field("turnsOn", s.Seats.Turns.Select(t => t.Address)));
        output.Field("within", it.Within);
        output.List("acts", it.Acts, act =>
        {
            RunJson.Act(output, printer, act);
            RunJson.Judgment(output, act.Judgment);
        });
        output.List("provisions", it.Says, s => output.Field("article", s.Citation).Field("sentences", s.Sentences));
        output.List("assumptions", it.Used, a => RunJson.Assumption(output, a));
    }
}
