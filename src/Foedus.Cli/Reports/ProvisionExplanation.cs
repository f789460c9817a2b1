using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Cli.Federations;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;

namespace Foedus.Cli.Reports;

/// <summary>An article with what it leaves open, who fills it, and the rulings that rested on it.</summary>
internal sealed class ProvisionExplanation
{
    private readonly History history;
    private readonly string citation;
    private readonly IReadOnlyList<ClauseSyntax> articles;
    private readonly IReadOnlyList<Silence> silences;
    private readonly IReadOnlyList<RuledAct> acts;
    private readonly Dictionary<Silence, int> turning = [];

    private ProvisionExplanation(History history, string citation, IReadOnlyList<ClauseSyntax> articles, IReadOnlyList<Silence> silences)
    {
        this.history = history;
        this.citation = citation;
        this.articles = articles;
        this.silences = silences;
        var rested = new List<RuledAct>();
        foreach (var act in history.Acts)
        {
            foreach (var silence in act.Ruling.Material)
                turning[silence] = turning.GetValueOrDefault(silence) + 1;
            if (articles.Count > 0 ? IsCited(act) : act.Ruling.Met.Any(s => silences.Contains(s)))
                rested.Add(act);
        }

        acts = rested;
    }

    /// <summary>Finds "art 6", "unsaid", or the address of something open such as "art 6 method"; null if the words are neither.</summary>
    public static ProvisionExplanation? Find(History history, CharterEdition edition, string words)
    {
        var found = ArticlePage.Of(edition).Where(a => ArticlePage.IsMeant(a.Citation, words) && (words.StartsWith("art ", StringComparison.Ordinal) || words == a.Citation || words.Contains(", art ", StringComparison.Ordinal))).ToList();
        if (found.Count > 0)
            return new ProvisionExplanation(history, found[0].Citation, [.. found.Select(a => a.Clause)], [.. history.Input.Federation.Silences.Where(s => s.By.Citation == found[0].Citation)]);
        var parts = words.Split(' ');
        var head = words.StartsWith("art ", StringComparison.Ordinal) && parts.Length > 2 ? 2 : parts[0] is "unsaid" or "time" && parts.Length > 1 ? 1 : 0;
        if (history.Input.Federation.AllSilences.FirstOrDefault(s => s.Address == words) is { } exact)
            return new ProvisionExplanation(history, exact.By.Citation, [], [exact]);
        if (head == 0)
            return null;
        var at = new SourceLocation(SourceText.From("", words), new TextSpan(0, words.Length));
        var finding = SilenceAddresses.Find(history.Input.Federation, edition, string.Join(' ', parts[..head]), string.Join(' ', parts[head..]), at);
        return finding.Silence is { } silence ? new ProvisionExplanation(history, silence.By.Citation, [], [silence]) : null;
    }

    private bool IsCited(RuledAct act) =>
        act.Judgment.Grounds.Any(g => g.By?.Citation == citation) || act.Judgment.Turns.Any(s => s.By.Citation == citation);

    public void Write(Page page)
    {
        foreach (var article in articles)
            ArticlePage.Write(page, citation, article);
        foreach (var silence in silences)
        {
            if (articles.Count > 0 || silence != silences[0])
                page.Line();
            page.Put(silence.Address, Tone.Strong).Line(" " + Text.Of(silence.Acknowledged ? "LeftOpen" : "LeftUnsaid"), Tone.Open);
            page.Put("  ").Line(Text.Of("MayBeRead", StandingPage.Readings(silence)));
            if (silence.LeftTo is { } who)
                page.Put("  ").Line(Text.Of("LeftToWho", who.Words) + (silence.Bounds is { } bounds ? Text.Of("WithinBounds", bounds) : ""));
            foreach (var assumption in history.Input.Federation.Assumptions.Where(a => a.Silence == silence))
                page.Put("  ").Line(Text.Of("AssumedBy", assumption.Name, StandingPage.ReadingOf(silence, assumption.Reading), assumption.Owner, assumption.Because));
            var rulings = turning.GetValueOrDefault(silence);
            page.Put("  ").Line(rulings == 0 ? Text.Of("NoRulingTurns") : Text.Count("RulingsTurn", rulings));
            if (articles.Count == 0)
            {
                foreach (var words in ArticlePage.Words(silence.By.Clause))
                    page.Put("  > ", Tone.Faint).Line(words, Tone.Faint);
            }
        }

        if (acts.Count > 0)
        {
            page.Line().Line(Text.Of("RulingsRested"), Tone.Strong);
            HistoryPage.Write(page, history, acts);
        }
    }

    public void Write(Json output)
    {
        var printer = new ActPrinter(history.Books.Roll);
        output.Field("federation", history.Input.Federation.Title).Field("path", history.Input.Path);
        output.Field("sort", articles.Count > 0 ? "article" : "silence").Field("citation", citation);
        output.Field("words", articles.SelectMany(a => a.SelfAndDescendants()).SelectMany(c => c.Quotations).Select(q => q.Text));
        output.Field("sentences", articles.SelectMany(ArticlePage.Sentences).Select(s => s.Sentence));
        output.List("silences", silences, s =>
        {
            output.Silence(s);
            output.List("assumptions", history.Input.Federation.Assumptions.Where(a => a.Silence == s), a => RunJson.Assumption(output, a));
        });
        output.List("acts", acts, act =>
        {
            RunJson.Act(output, printer, act);
            RunJson.Judgment(output, act.Judgment);
        });
    }
}
