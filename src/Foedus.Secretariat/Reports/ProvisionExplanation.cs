using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>An article with what it leaves open, who fills it, and the rulings that rested on it.</summary>
public sealed record ProvisionExplanation : Report
{
    private readonly Dictionary<Silence, int> turning = [];

    private ProvisionExplanation(History history, string citation, IReadOnlyList<ClauseSyntax> articles, IReadOnlyList<Silence> silences)
        : base("explain")
    {
        History = history;
        Citation = citation;
        Clauses = articles;
        Silences = silences;
        var rested = new List<RuledAct>();
        foreach (var act in history.Acts)
        {
            foreach (var silence in act.Ruling.Material)
                turning[silence] = turning.GetValueOrDefault(silence) + 1;
            if (articles.Count > 0 ? IsCited(act) : act.Ruling.Met.Any(s => silences.Contains(s)))
                rested.Add(act);
        }

        Acts = rested;
    }

    internal History History { get; }

    /// <summary>How the article is cited.</summary>
    public string Citation { get; }

    /// <summary>The clauses of the article; empty where a silence alone was asked for.</summary>
    public IReadOnlyList<ClauseSyntax> Clauses { get; }

    /// <summary>What is left open.</summary>
    public IReadOnlyList<Silence> Silences { get; }

    /// <summary>The rulings that rested on it.</summary>
    public IReadOnlyList<RuledAct> Acts { get; }

    /// <summary>How many rulings turn on a silence.</summary>
    public int Turning(Silence silence) => turning.GetValueOrDefault(silence);

    /// <summary>Finds "art 6", "unsaid", or the address of something open such as "art 6 method"; null if the words are neither.</summary>
    internal static ProvisionExplanation? Find(History history, CharterEdition edition, string words)
    {
        var found = Articles.Of(edition).Where(a => Articles.IsMeant(a.Citation, words) && (words.StartsWith("art ", StringComparison.Ordinal) || words == a.Citation || words.Contains(", art ", StringComparison.Ordinal))).ToList();
        if (found.Count > 0)
            return new ProvisionExplanation(history, found[0].Citation, [.. found.Select(a => a.Clause)], [.. history.Input.Federation.Silences.Where(s => s.By.Citation == found[0].Citation)]);
        var parts = words.Split(' ');
        var head = words.StartsWith("art ", StringComparison.Ordinal) && parts.Length > 2 ? 2 : parts[0] is "unsaid" or "time" && parts.Length > 1 ? 1 : 0;
        if (history.Input.Federation.AllSilences.FirstOrDefault(s => s.Address == words) is { } exact)
            return new ProvisionExplanation(history, exact.By.Citation, [], [exact]);
        if (head == 0)
            return null;
        var at = new SourceLocation(SourceText.From("", words), new TextSpan(0, words.Length));
        var finding = SilenceAddresses.Find(history.Input.Federation, edition, string.Join(' ', parts[..head]), string.Join(' ', parts[head..]), at, mayBring: false);
        return finding.Silence is { } silence ? new ProvisionExplanation(history, silence.By.Citation, [], [silence]) : null;
    }

    private bool IsCited(RuledAct act) =>
        act.Judgment.Grounds.Any(g => g.By?.Citation == Citation) || act.Judgment.Turns.Any(s => s.By.Citation == Citation);

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        var printer = new ActPrinter(History.Books.Roll);
        output.Field("federation", History.Input.Federation.Title).Field("path", History.Input.Path);
        output.Field("sort", Clauses.Count > 0 ? "article" : "silence").Field("citation", Citation);
        output.Field("words", Clauses.SelectMany(a => a.SelfAndDescendants()).SelectMany(c => c.Quotations).Select(q => q.Text));
        output.Field("sentences", Clauses.SelectMany(Articles.Sentences).Select(s => s.Sentence));
        output.List("silences", Silences, s =>
        {
            output.Silence(s);
            output.List("assumptions", History.Input.Federation.Assumptions.Where(a => a.Silence == s), a => RunJson.Assumption(output, a));
        });
        output.List("acts", Acts, act =>
        {
            RunJson.Act(output, printer, act);
            RunJson.Judgment(output, act.Judgment);
        });
    }
}
