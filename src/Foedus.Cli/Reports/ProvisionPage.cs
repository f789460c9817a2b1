using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>Writes an article with what it leaves open, who fills it, and the rulings that rested on it.</summary>
internal static class ProvisionPage
{
    public static void Write(Page page, ProvisionExplanation found)
    {
        foreach (var article in found.Clauses)
            ArticlePage.Write(page, found.Citation, article);
        foreach (var silence in found.Silences)
        {
            if (found.Clauses.Count > 0 || silence != found.Silences[0])
                page.Line();
            page.Put(silence.Address, Tone.Strong).Line(" " + Text.Of(silence.Acknowledged ? "LeftOpen" : "LeftUnsaid"), Tone.Open);
            page.Put("  ").Line(Text.Of("MayBeRead", SilenceWords.Readings(silence)));
            if (silence.LeftTo is { } who)
                page.Put("  ").Line(Text.Of("LeftToWho", who.Words) + (silence.Bounds is { } bounds ? Text.Of("WithinBounds", bounds) : ""));
            foreach (var assumption in found.History.Input.Federation.Assumptions.Where(a => a.Silence == silence))
                page.Put("  ").Line(Text.Of("AssumedBy", assumption.Name, SilenceWords.ReadingOf(silence, assumption.Reading), assumption.Owner, assumption.Because));
            var rulings = found.Turning(silence);
            page.Put("  ").Line(rulings == 0 ? Text.Of("NoRulingTurns") : Text.Count("RulingsTurn", rulings));
            if (found.Clauses.Count == 0)
            {
                foreach (var words in Articles.Words(silence.By.Clause))
                    page.Put("  > ", Tone.Faint).Line(words, Tone.Faint);
            }
        }

        if (found.Acts.Count > 0)
        {
            page.Line().Line(Text.Of("RulingsRested"), Tone.Strong);
            HistoryPage.Write(page, found.History, found.Acts);
        }
    }
}
