using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>Writes why a unit has the seats that it has in a body.</summary>
internal static class SeatExplanationPage
{
    public static void Write(Page page, SeatExplanation found)
    {
        page.Put(Text.Of("UnitInBody", found.History.Books.Roll.NameOf(found.Unit), found.Report.Body.Name), Tone.Strong);
        page.Put(Text.Of("AsAtByEdition", found.Report.Day, found.Report.Book.Edition.Number)).Put(": ").Line(StandingPage.Seats(found.Answer), found.Answer.Seats is null ? Tone.Open : Tone.Good);
        foreach (var silence in found.Answer.Turns)
            page.Put("  ").Put(Text.Of("TurnsOn", silence.Address), Tone.Open).Put(" ").Line(SilenceWords.Readings(silence));
        if (!found.Answer.Needs.IsEmpty)
        {
            page.Line().Line(Text.Of("StillNeededHead"), Tone.Strong);
            foreach (var need in found.Answer.Needs.Where(n => n.Silence is null))
                page.Put("  ").Line(need.ToString());
        }

        if (!found.Answer.Independent.IsEmpty)
            page.Line().Line(Text.Of("MakesNoDifference"), Tone.Strong).Put("  ").Line(string.Join(", ", found.Answer.Independent.Select(s => s.Address)));
        if (found.Report.WaysUnder(found.History.Assumptions.Set) is [var way, ..])
        {
            page.Line().Line(Text.Of("Worksheet"), Tone.Strong);
            SeatsPage.Sheets(page, way);
        }

        StandingPage.Assumptions(page, found.Answer.Assuming);
    }
}
