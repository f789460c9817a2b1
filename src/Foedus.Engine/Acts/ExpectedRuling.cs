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
        var by = ImmutableArray.CreateBuilder<string>();
        var needing = ImmutableArray.CreateBuilder<string>();
        var assuming = ImmutableArray.CreateBuilder<string>();
        foreach (var reason in why.Subs("reasons"))
        {
            switch (reason.CaseName)
            {
                case "by":
                    by.AddRange(reason.Subs("articles").Select(CitationOf));
                    break;
                case "needing":
                    needing.Add(reason.String("text"));
                    break;
                default:
                    assuming.AddRange(reason.List("names").Select(n => n.Text));
                    break;
            }
        }

        return new Why(by.ToImmutable(), needing.ToImmutable(), assuming.ToImmutable());
    }

    private static string CitationOf(Match article) => article.Is("art") ? "art " + article.Label("label") : article.CaseName;
}
