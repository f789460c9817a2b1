using Foedus.Charter.Reading;
using Foedus.Charter.Syntax;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>Writes a ruling with all its reasons, what is still needed, what would change it, and the words on which it rests.</summary>
internal static class RulingPage
{
    private const int MostWays = 6;

    public static void Write(Page page, History history, RuledAct ruled, bool hypothetical)
    {
        var judgment = ruled.Judgment;
        var printer = new ActPrinter(history.Books.Roll);
        page.Put(Text.Of(hypothetical ? "HypotheticalHead" : ruled.Journal.IsRehearsal ? "RehearsedHead" : "ActHead", ruled.Act.Number, ruled.Act.Done), Tone.Strong);
        page.Line(ActText.Whole(printer, ruled.Act), Tone.Strong);
        page.Put(ActText.Verdict(ruled), Tones.Of(judgment)).Line(ActText.Behind(judgment));
        Remarks(page, ruled.Entry);
        Reasons(page, judgment);
        Needs(page, judgment);
        Ways(page, judgment);
        Differences(page, ruled);
        Provisions(page, judgment);
        StandingPage.Assumptions(page, judgment.Assuming);
    }

    private static void Remarks(Page page, JournalEntry entry)
    {
        if (entry.ClaimedBy is { } author)
            page.Line(Text.Of("ClaimedByLine", author) + (entry.ClaimedOn is { } day ? Text.Of("OnDay", day) : ""), Tone.Faint);
        if (entry.Quality is { } quality)
            page.Line(Text.Of("QualityLine", quality), Tone.Faint);
        foreach (var source in entry.Sources)
            page.Line(Text.Of("SourceLine", source), Tone.Faint);
    }

    private static void Reasons(Page page, Judgment judgment)
    {
        if (judgment.Grounds.IsEmpty)
            return;
        page.Line().Line(Text.Of(judgment.Verdict == Verdict.Refused || judgment.Outcome is Outcome.Lost or Outcome.Tied or Outcome.NoQuorum ? "WhyNot" : "Why"), Tone.Strong);
        var marked = judgment.Verdict == Verdict.Undetermined;
        var table = marked ? new Table("", "", "") { Indent = 2 } : new Table("", "") { Indent = 2 };
        foreach (var (mark, article, sentence) in judgment.Grounds.Select(g => (Mark(g), g.By?.Citation ?? "", g.ToString())).Distinct())
        {
            if (marked)
                table.Row(mark, article, sentence);
            else
                table.Row(article, sentence);
        }

        page.Table(table);
    }

    private static string Mark(Ground ground) => Text.Of(ground.Met switch { Truth.Yes => "MarkYes", Truth.No => "MarkNo", _ => "MarkOpen" });

    private static void Needs(Page page, Judgment judgment)
    {
        if (judgment.Needs.IsEmpty)
            return;
        page.Line().Line(Text.Of("StillNeededHead"), Tone.Strong);
        var table = new Table("", "") { Indent = 2 };
        foreach (var need in judgment.Needs)
        {
            var from = need.From.Length > 0 && need.From != need.Text ? Text.Of("From", need.From) : "";
            table.Row(need.Silence is null ? need.Text : Text.Of("ReadingOf", need.Silence.Address), need.Silence is null ? from : $"{SilenceWords.Readings(need.Silence)} {from}".TrimEnd());
        }

        page.Table(table);
    }

    private static void Ways(Page page, Judgment judgment)
    {
        if (judgment.Ways.IsEmpty)
            return;
        page.Line().Line(Text.Of("ShortestWays"), Tone.Strong);
        var table = new Table("", "") { Indent = 2 };
        foreach (var way in judgment.Ways.Take(MostWays))
            table.Row(ActText.Verdict(way.Then, way.Outcome), Text.Of("If", string.Join(Text.Of("AndIf"), way.If.Select(i => $"{i.Silence.Address} = {i.Reading}"))));
        page.Table(table);
        if (judgment.Ways.Length > MostWays)
            page.Put("  ").Line(Text.Of("MoreWays", judgment.Ways.Length - MostWays), Tone.Faint);
    }

    private static void Differences(Page page, RuledAct ruled)
    {
        var judgment = ruled.Judgment;
        if (!judgment.Independent.IsEmpty)
        {
            page.Line().Line(Text.Of("MakesNoDifference"), Tone.Strong);
            page.Put("  ").Line(string.Join(", ", judgment.Independent.Select(s => s.Address)));
        }

        if (!judgment.Assuming.IsEmpty)
        {
            var bare = ruled.Ruling.Under(AssumptionSet.None);
            page.Line().Line(Text.Of("WithoutAssumption", ActText.Verdict(bare)));
        }
    }

    // Every article behind the ruling: its own words if the file has them, and the clauses that were used as sentences.
    private static void Provisions(Page page, Judgment judgment)
    {
        var groups = judgment.Grounds.Select(g => g.By).OfType<Charter.Model.Provision>().Concat(judgment.Turns.Select(s => s.By)).Distinct()
            .GroupBy(p => p.Citation, StringComparer.Ordinal).ToList();
        if (groups.Count == 0)
            return;
        page.Line().Line(Text.Of("WordsOfTheCharter"), Tone.Strong);
        foreach (var group in groups)
        {
            page.Put("  ").Line(group.Key, Tone.Strong);
            var quoted = new HashSet<string>(StringComparer.Ordinal);
            foreach (var words in group.SelectMany(p => Articles.Words(p.Clause)).Where(quoted.Add))
                page.Put("    > ", Tone.Faint).Line(words, Tone.Faint);
            var said = new HashSet<string>(StringComparer.Ordinal);
            foreach (var sentence in group.Select(p => p.Clause).Where(IsClause).Select(SentencePrinter.Plain.PrintAlone).Where(said.Add))
                page.Put("    ").Line(sentence);
        }
    }

    /// <summary>A clause that says something, and not the mere head of an article.</summary>
    private static bool IsClause(ClauseSyntax clause) => clause.Parent is not null;
}
