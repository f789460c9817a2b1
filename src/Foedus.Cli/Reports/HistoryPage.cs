using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Reports;
using Foedus.Secretariat.Texts;

namespace Foedus.Cli.Reports;

/// <summary>Writes acts with their rulings: one line each, and under it what fails or what is open.</summary>
internal static class HistoryPage
{
    private const int Reasons = 4;

    public static void Write(Page page, History history, IReadOnlyList<RuledAct> acts)
    {
        var printer = new ActPrinter(history.Books.Roll);
        var number = acts.Count == 0 ? 1 : acts.Max(a => a.Act.Number).ToString(CultureInfo.InvariantCulture).Length;
        var verdict = acts.Count == 0 ? 0 : acts.Max(a => ActText.Verdict(a).Length);
        JournalText? journal = null;
        foreach (var act in acts)
        {
            if (!ReferenceEquals(journal, act.Journal))
            {
                if (journal is not null)
                    page.Line();
                journal = act.Journal;
                page.Put(journal.Title, Tone.Strong).Line(journal.IsRehearsal ? Text.Of("RehearsalMark") : "", Tone.Open);
            }

            Act(page, printer, act, number, verdict);
        }
    }

    private static void Act(Page page, ActPrinter printer, RuledAct ruled, int number, int verdict)
    {
        var (act, judgment) = (ruled.Act, ruled.Judgment);
        var mark = ruled.Journal.IsRehearsal ? "~" : " ";
        page.Put(mark).Put(act.Number.ToString(CultureInfo.InvariantCulture).PadLeft(number + 1)).Put("  ").Put(act.Done.ToString(), Tone.Faint).Put("  ");
        page.Put(ActText.Verdict(ruled).PadRight(verdict), Tones.Of(judgment)).Put("  ");
        page.Put(ActText.Short(printer, act)).Put(ActText.Behind(judgment), Tone.Faint);
        page.Line(ruled.Entry.ClaimedBy is { } author ? Text.Of("ClaimedBy", author) : "", Tone.Faint);
        var indent = new string(' ', number + 16 + verdict + 2);
        switch (judgment.Verdict)
        {
            case Verdict.Refused:
                Refused(page, judgment, indent);
                break;
            case Verdict.Undetermined:
                Open(page, judgment, indent);
                break;
        }
    }

    private static void Refused(Page page, Judgment judgment, string indent)
    {
        var lines = judgment.Grounds.Select(Sentence).Distinct(StringComparer.Ordinal).ToList();
        foreach (var line in lines.Take(Reasons))
            page.Put(indent).Line(line);
        if (lines.Count > Reasons)
            page.Put(indent).Line(Text.Of("MoreReasons", lines.Count - Reasons), Tone.Faint);
    }

    private static void Open(Page page, Judgment judgment, string indent)
    {
        var silences = judgment.Turns.Concat(judgment.Needs.Select(n => n.Silence).OfType<Silence>()).Distinct().ToList();
        foreach (var silence in silences.Take(Reasons))
            page.Put(indent).Put(Text.Of("TurnsOn", silence.Address), Tone.Open).Put(" ").Line(SilenceWords.Readings(silence));
        if (silences.Count > Reasons)
            page.Put(indent).Line(Text.Of("MoreSilences", silences.Count - Reasons), Tone.Faint);
        var needs = judgment.Needs.Where(n => n.Silence is null).ToList();
        foreach (var need in needs.Take(Reasons))
            page.Put(indent).Line(Text.Of("StillNeeded", need));
        if (needs.Count > Reasons)
            page.Put(indent).Line(Text.Of("MoreNeeds", needs.Count - Reasons), Tone.Faint);
    }

    /// <summary>A reason with the article that it rests on.</summary>
    public static string Sentence(Ground ground) => ground.By is { } by ? $"{by.Citation}: {ground}" : ground.ToString();
}
