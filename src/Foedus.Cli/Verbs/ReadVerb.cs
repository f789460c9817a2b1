using System.CommandLine;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Pages;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Engine.Kernel;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Reads a charter aloud.</summary>
internal sealed class ReadVerb : Verb
{
    private readonly Argument<string[]> words = new("ARTICLE") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> at = Options.At();
    private readonly Option<int?> edition = Options.Edition();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "read";

    public override void Declare(Command command)
    {
        command.Arguments.Add(words);
        command.Options.Add(at);
        command.Options.Add(edition);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var day = Options.DayOf(given, at);
        var target = Target.Of(given.GetValue(words));
        var input = FederationFiles.Read(target.Path);
        var chosen = EditionChoice.Of(input, given.GetValue(edition), day);
        var articles = Articles.Of(chosen);
        if (target.Words.Count > 0)
            articles = Meant(articles, target.Name, chosen);
        if (given.GetValue(json))
            new ArticlesReport(input, chosen, articles).WriteJson(terminal.Results);
        else
            Write(input, chosen, articles, target.Words.Count == 0, terminal.Page);
        return ExitCode.Fine;
    }

    private static IReadOnlyList<(string Citation, ClauseSyntax Clause)> Meant(IReadOnlyList<(string Citation, ClauseSyntax Clause)> articles, string words, CharterEdition edition)
    {
        var meant = articles.Where(a => Articles.IsMeant(a.Citation, words)).ToList();
        if (meant.Count > 0)
            return meant;
        var citations = articles.Select(a => a.Citation).Distinct(StringComparer.Ordinal).ToList();
        throw new UsageProblem(Text.Of("NoSuchArticle", edition.Number, words), Text.Of("ArticlesThereAre", string.Join(", ", citations)));
    }

    private static void Write(FederationInput input, CharterEdition edition, IReadOnlyList<(string Citation, ClauseSyntax Clause)> articles, bool whole, Page page)
    {
        if (whole)
            page.Put(input.Title, Tone.Strong).Line(Text.Of("EditionHead", edition.Number, Text.Of("Edition." + edition.Status, Day.From(edition.From)))).Line();
        for (var i = 0; i < articles.Count; i++)
        {
            if (i > 0)
                page.Line();
            ArticlePage.Write(page, articles[i].Citation, articles[i].Clause);
        }
    }
}
