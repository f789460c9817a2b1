using System.Collections.Immutable;
using Foedus.Charter.Syntax;

namespace Foedus.Engine.Acts;

/// <summary>The ruling that a journal records or a case expects.</summary>
/// <param name="Verdict">As written: accepted, refused, undetermined; of a vote also carried, lost or tied.</param>
/// <param name="Why">The reasons that have to be among those found.</param>
/// <param name="Clause">Where it is written.</param>
public sealed record ExpectedRuling(string Verdict, Why Why, ClauseSyntax Clause)
{
    /// <summary>Reads <c>ruling accepted, by art 13</c> or the same after <c>expect</c>.</summary>
    public static ExpectedRuling? Read(ClauseSyntax clause) =>
        clause.Match is { } match && match.Flag("verdict") is { } word ? new ExpectedRuling(word, Why.Read(match), clause) : null;
}

/// <summary>Reasons that are expected: provisions by citation, needs by their words, assumptions by name.</summary>
public sealed record Why(ImmutableArray<string> By, ImmutableArray<string> Needing, ImmutableArray<string> Assuming)
{
    public static Why Nothing { get; } = new([], [], []);

    /// <summary>Whether nothing is expected.</summary>
    public bool IsEmpty => By.IsEmpty && Needing.IsEmpty && Assuming.IsEmpty;

    /// <summary>What follows the comma in <c>refused, by art 5, needing "1 more republic"</c>.</summary>
    public static Why Read(Match match)
    {
        if (match.SubOrNull("why") is not { } why)
            return Nothing;
        ImmutableArray<string> by = [];
        ImmutableArray<string> needing = [];
        ImmutableArray<string> assuming = [];
        foreach (var item in why.List("reasons"))
        {
            var reason = item.Match!;
            switch (reason.CaseName)
            {
                case "by":
                    by = [.. by, .. reason.List("articles").Select(a => CitationOf(a.Match!))];
                    break;
                case "needing":
                    needing = needing.Add(reason.String("text"));
                    break;
                default:
                    assuming = [.. assuming, .. reason.List("names").Select(n => n.Text)];
                    break;
            }
        }

        return new Why(by, needing, assuming);
    }

    private static string CitationOf(Match article) => article.Is("art") ? "art " + article.Label("label") : article.CaseName;
}
