using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads who elects or appoints, how long a mandate lasts, and what becomes of a vacancy.</summary>
internal sealed class TermBinder(BindingContext context, AmountBinder amounts, PartyBinder parties)
{
    /// <summary>Who chooses, from among whom, confirmed by whom, and by what vote.</summary>
    public Bound<Choosing> Choosing(Match match, ClauseSyntax clause)
    {
        var choosing = match.Sub("choosing");
        if (parties.Who(choosing.Sub("by")) is not { } by) return Bound<Choosing>.None;
        Who? from = null, confirmed = null;
        if (choosing.SubOrNull("from") is { } fromPhrase && (from = parties.Who(fromPhrase)) is null) return Bound<Choosing>.None;
        if (choosing.SubOrNull("confirmed") is { } confirmedPhrase && (confirmed = parties.Who(confirmedPhrase)) is null) return Bound<Choosing>.None;
        var choice = new Choosing(by, from, confirmed, choosing.Flag("how"));
        var said = context.By(clause);
        return choice.How switch
        {
            _ when choosing.Find("rule") is { } name => Rule(name) is { } rule ? choice with { Rule = rule } : Bound<Choosing>.None,
            "by majority" => choice with { Rule = ElectionRules.Majority(said) },
            "by majority, then plurality" => choice with { Rule = ElectionRules.Majority(said), AtLaterBallot = ElectionRules.Plurality(said) },
            "by plurality" or "by single transferable vote" or "by proportional lists" => choice with { Rule = ElectionRules.Plurality(said) },
            _ => choice,
        };
    }

    private DecisionRule? Rule(Capture name)
    {
        if (context.Names.Rules.TryGetValue(name.Text, out var rule)) return rule;
        context.Unknown(name.Location, BindingDiagnostics.UnknownRule, context.Names.Rules.Keys.Order(StringComparer.Ordinal), name.Text);
        return null;
    }

    public Bound<Term> Term(Match clause)
    {
        var term = clause.Sub("term");
        switch (term.CaseName)
        {
            case "span":
                var span = amounts.Span(term.Sub("span"));
                return span.Ok ? new Term(span.Value, null, null, null, null) : Bound<Term>.None;
            case "same":
                return parties.Party(term.Sub("who")) is { } same ? new Term(null, same, null, null, null) : Bound<Term>.None;
            case "until":
                return Body(term.Get("body")) is { } body ? new Term(null, null, body, term.TextOrNull("kind"), null) : Bound<Term>.None;
            case "close":
                return Body(term.Get("body")) is { } closing ? new Term(null, null, closing, term.TextOrNull("kind"), null) { AtClose = true } : Bound<Term>.None;
            default:
                return parties.Party(term.Sub("who")) is { } pleasure ? new Term(null, null, null, null, pleasure) : Bound<Term>.None;
        }
    }

    public Bound<Vacancy> Vacancy(Match vacancy)
    {
        if (vacancy.Is("filled"))
        {
            Who? from = null;
            if (vacancy.SubOrNull("pool") is { } pool && (from = parties.Who(pool)) is null) return Bound<Vacancy>.None;
            return parties.Who(vacancy.Sub("by")) is { } by ? new Vacancy(by, false, false) { From = from } : Bound<Vacancy>.None;
        }
        var next = string.Equals(vacancy.Flag("how"), "next in order", StringComparison.Ordinal);
        return new Vacancy(null, next, !next);
    }

    /// <summary>For how long a vacancy may be filled.</summary>
    public static ImmutableArray<string> VacancyWays { get; } = ["rest of the term", "full term"];

    public static Bound<bool> VacancyForFullTerm(Match match) => string.Equals(match.Flag("how"), "full term", StringComparison.Ordinal);

    /// <summary>Who removes, and by which rule.</summary>
    public Bound<Removal> Removal(Match clause)
    {
        if (parties.Who(clause.Sub("by")) is not { } by) return Bound<Removal>.None;
        if (clause.Find("rule") is not { } name) return new Removal(by, null);
        return Rule(name) is { } rule ? new Removal(by, rule) : Bound<Removal>.None;
    }

    /// <summary>Who certifies.</summary>
    public Bound<Who> By(Match clause) => Bound.OrNone(parties.Who(clause.Sub("by")));

    /// <summary>A body by its name; reports one that is not known.</summary>
    public Body? Body(Capture name)
    {
        if (context.Names.Body(name.Text) is { } body) return body;
        context.Unknown(name.Location, BindingDiagnostics.UnknownName, context.Names.PartyNames, name.Text);
        return null;
    }
}
