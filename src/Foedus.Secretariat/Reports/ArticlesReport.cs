using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>The charter read aloud: the articles of an edition, all or some, with their own words and a plain sentence for each clause.</summary>
public sealed record ArticlesReport : Report
{
    internal ArticlesReport(FederationInput input, CharterEdition edition, IReadOnlyList<(string Citation, ClauseSyntax Clause)> articles)
        : base("read") => (Input, Edition, Articles) = (input, edition, articles);

    internal FederationInput Input { get; }

    /// <summary>The title of the federation.</summary>
    public string Title => Input.Title;

    /// <summary>The edition that is read.</summary>
    public CharterEdition Edition { get; }

    /// <summary>The articles in the order of the text, each with its citation.</summary>
    public IReadOnlyList<(string Citation, ClauseSyntax Clause)> Articles { get; }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        output.Field("federation", Input.Federation.Title).Field("path", Input.Path).Field("edition", Edition.Number);
        output.List("articles", Articles, a =>
        {
            output.Field("citation", a.Citation).Field("title", Reports.Articles.Title(a.Clause)).Field("file", a.Clause.Tree.Source.Path).Field("line", a.Clause.Location.Position.Line);
            output.Field("words", a.Clause.SelfAndDescendants().SelectMany(c => c.Quotations).Select(q => q.Text));
            output.List("sentences", Reports.Articles.Sentences(a.Clause), s => output.Field("level", s.Level).Field("text", s.Sentence));
        });
    }
}
