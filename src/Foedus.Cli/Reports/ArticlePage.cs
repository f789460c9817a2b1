using Foedus.Charter.Reading;
using Foedus.Charter.Syntax;
using Foedus.Cli.Pages;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>Writes articles: their own words, where the file has them, and what the clauses say, a plain sentence each.</summary>
internal static class ArticlePage
{
    /// <summary>Writes an article.</summary>
    public static void Write(Page page, string citation, ClauseSyntax article)
    {
        page.Put(citation, Tone.Strong);
        if (Articles.Title(article) is { Length: > 0 } title)
            page.Put("  ").Put(title, Tone.Strong);
        else if (Articles.IsHead(article))
            page.Put("  ").Put(SentencePrinter.Plain.Print(article));
        page.End();
        foreach (var (level, clause) in Articles.Clauses(article))
        {
            var indent = new string(' ', 2 * level);
            if (!ReferenceEquals(clause, article))
                page.Put(indent).Line(SentencePrinter.Plain.Print(clause));
            foreach (var quotation in clause.Quotations)
                page.Put(indent + "  ").Put("> ", Tone.Faint).Line(Articles.Marked(quotation), Tone.Faint);
        }
    }
}
