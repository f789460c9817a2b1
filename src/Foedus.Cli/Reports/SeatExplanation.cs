using Foedus.Cli.Federations;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Cli.Reports;

/// <summary>Why a unit has the seats that it has in a body: "Ukraine in Committee".</summary>
internal sealed class SeatExplanation
{
    private readonly History history;
    private readonly SeatReport report;
    private readonly int unit;
    private readonly SeatAnswer answer;

    private SeatExplanation(History history, SeatReport report, int unit)
    {
        this.history = history;
        this.report = report;
        this.unit = unit;
        answer = report.Of(unit, history.Assumptions.Set);
    }

    /// <summary>Finds the unit and the body; null if the words are not of that shape.</summary>
    public static SeatExplanation? Find(History history, Rulebook book, Day day, string words)
    {
        if (words.Split(" in ") is not [var name, var of] || book.Body(of.Trim()) is not { EachOf: null } body)
            return null;
        var unit = ThingFinder.Find(history, book, name.Trim());
        return history.Books.Roll[unit].Kind == ThingKind.Unit ? new SeatExplanation(history, SeatInquiry.Of(history.State, book, day, body), unit) : null;
    }

    public void Write(Page page)
    {
        page.Put(Text.Of("UnitInBody", history.Books.Roll.NameOf(unit), report.Body.Name), Tone.Strong);
        page.Put(Text.Of("AsAtByEdition", report.Day, report.Book.Edition.Number)).Put(": ").Line(StandingPage.Seats(answer), answer.Seats is null ? Tone.Open : Tone.Good);
        foreach (var silence in answer.Turns)
            page.Put("  ").Put(Text.Of("TurnsOn", silence.Address), Tone.Open).Put(" ").Line(StandingPage.Readings(silence));
        if (!answer.Needs.IsEmpty)
        {
            page.Line().Line(Text.Of("StillNeededHead"), Tone.Strong);
            foreach (var need in answer.Needs.Where(n => n.Silence is null))
                page.Put("  ").Line(need.ToString());
        }

        if (!answer.Independent.IsEmpty)
            page.Line().Line(Text.Of("MakesNoDifference"), Tone.Strong).Put("  ").Line(string.Join(", ", answer.Independent.Select(s => s.Address)));
        if (report.WaysUnder(history.Assumptions.Set) is [var way, ..])
        {
            page.Line().Line(Text.Of("Worksheet"), Tone.Strong);
            SeatsPage.Sheets(page, way);
        }

        StandingPage.Assumptions(page, answer.Assuming);
    }

    public void Write(Json output)
    {
        output.Field("federation", history.Input.Federation.Title).Field("path", history.Input.Path).Field("sort", "seats");
        output.Field("name", Text.Of("UnitInBody", history.Books.Roll.NameOf(unit), report.Body.Name));
        output.Field("date", report.Day.ToString()).Field("edition", report.Book.Edition.Number).Field("seats", StandingWords.Of(answer));
        output.List("turnsOn", answer.Turns, output.Silence);
        output.Field("makesNoDifference", answer.Independent.Select(s => s.Address));
        output.List("needs", answer.Needs, n => output.Field("what", n.Text).Field("from", n.From));
        output.List("assumptions", answer.Assuming, a => RunJson.Assumption(output, a));
    }
}
