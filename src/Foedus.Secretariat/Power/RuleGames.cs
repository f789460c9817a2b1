using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using Foedus.Engine.Deciding;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Power;

/// <summary>The games of a rule of a charter, one for each different way of reading it.</summary>
internal static class RuleGames
{
    private const int MostGames = 8;

    /// <exception cref="Obstacle">There is no such rule or body, or it makes no game.</exception>
    public static IReadOnlyList<PowerGame> Of(History history, Rulebook book, Day day, IReadOnlyList<string> words, bool enBloc)
    {
        var (body, rule) = Named(history, book, words);
        var games = new List<PowerGame>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? missing = null;
        foreach (var laid in DecisionGames.Of(history.State, book, day, body, rule, history.Assumptions.Set))
        {
            if (laid.Test is not { } test || laid.Electorate is not { } electorate)
            {
                missing ??= laid.Missing;
                continue;
            }

            var blocs = enBloc || laid.EnBloc;
            if (blocs)
                electorate = EnBloc(electorate);
            var reading = VotingGame.Of(test, electorate);
            if (reading.Game is not { } game)
            {
                missing ??= reading.Fault!.Explanation;
                continue;
            }

            var title = Sentence.Of("RuleOfBody", string.Join(", ", laid.Rules.Select(r => r.Name ?? body.Name).Distinct(StringComparer.Ordinal)), body.Name, string.Join(", ", laid.Rules.Select(r => r.By.Citation).Distinct(StringComparer.Ordinal)));
            var key = string.Join('|', [title, .. laid.Needs, .. laid.Enough, .. electorate.Classes.Select(c => $"{c.Name} {c.Count} {string.Join(' ', c.Weights)}")]);
            if (!seen.Add(key) || games.Count == MostGames)
                continue;
            var readings = laid.Readings.Select(r => r.Silence.Address + " = " + (r.Reading < r.Silence.Readings.Length ? r.Silence.Readings[r.Reading] : Sentence.Of("NoneListed"))).ToList();
            games.Add(new PowerGame(title, Words(laid) + (blocs ? Sentence.Of("EnBlocWords") : ""), readings, game, null));
        }

        return games.Count > 0 ? games : throw new Obstacle(Sentence.Of("NoGame", string.Join(' ', words), missing ?? body.Name), Sentence.Of("NoGameOnDayHint", day));
    }

    /// <summary>The day on which it is asked where nobody says one: that of the last act or, where nothing was done yet, of the latest figure.</summary>
    public static Day UsualDay(History history)
    {
        var figures = history.Input.Federation.Register.Figures;
        if (history.Acts.Count > 0 || figures.IsEmpty)
            return history.LastDay;
        var latest = Day.From(figures.Max(f => f.AsAt));
        return latest > history.LastDay ? latest : history.LastDay;
    }

    private static string Words(DecisionGame laid)
    {
        var needs = string.Join(Sentence.Of("AndTests"), laid.Needs);
        return string.Join(Sentence.Of("OrTests"), laid.Enough.Prepend(needs).Where(words => words.Length > 0));
    }

    /// <summary>Each unit as one voter with all its weight.</summary>
    private static Profile EnBloc(Profile electorate) => new(
    [
        .. electorate.Classes.Select(voters => voters.Count == 0 ? voters : voters with { Count = 1, Given = default, Weights = [.. voters.Weights.Select(weight => (Ratio)voters.Count * weight)] }),
    ]);

    private static (Body Body, DecisionRule? Rule) Named(History history, Rulebook book, IReadOnlyList<string> words)
    {
        Body? body = null;
        DecisionRule? rule = null;
        foreach (var word in words.Where(w => !string.Equals(w, "in", StringComparison.Ordinal)))
        {
            if (book.Edition.Rules.Find(r => string.Equals(r.Name, word, StringComparison.Ordinal)) is { } named)
                rule = named;
            else if (book.Edition.Bodies.Find(b => string.Equals(b.Name, word, StringComparison.Ordinal)) is { } known)
                body = known;
            else
                throw Unknown(history, book, word);
        }

        body ??= rule?.In.FirstOrDefault() ?? (rule is null ? null : Voting(book, rule));
        return body is null ? throw new Obstacle(Sentence.Of("RuleOfNoBody", string.Join(' ', words)), Sentence.Of("RuleOfNoBodyHint")) : (body, rule);
    }

    // A rule that takes the place of another is one of the same body.
    private static Body? Voting(Rulebook book, DecisionRule rule)
    {
        foreach (var instead in rule.InsteadOf)
        {
            if (instead.Rule != rule && instead.Rule.In.FirstOrDefault() is { } body)
                return body;
        }

        return null;
    }

    private static Obstacle Unknown(History history, Rulebook book, string word)
    {
        var names = book.Edition.Rules.Select(r => r.Name).OfType<string>().Concat(book.Edition.Bodies.Where(b => b.EachOf is null).Select(b => b.Name)).Distinct(StringComparer.Ordinal).ToList();
        return new Obstacle(
            Sentence.Of("NoSuchRule", history.Input.Title, word),
            Spelling.Nearest(word, names) is { } near ? Sentence.Of("DidYouMean", near) : Sentence.Of("RulesAndBodies", string.Join(", ", names)));
    }
}
