using System.Collections.Immutable;
using System.CommandLine;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Power;
using Foedus.Cli.Texts;
using Foedus.Counting;
using Foedus.Secretariat.Power;

namespace Foedus.Cli.Verbs;

/// <summary>Measures voting power: under a rule of a charter, in a game from a table, or in one that is typed.</summary>
internal sealed class PowerVerb : Verb
{
    private static readonly (string Name, PowerIndex Index)[] Indices =
    [
        ("banzhaf", PowerIndex.Banzhaf), ("shapley", PowerIndex.Shapley), ("coleman", PowerIndex.Coleman), ("holler", PowerIndex.Holler),
        ("deegan-packel", PowerIndex.DeeganPackel), ("johnston", PowerIndex.Johnston), ("all", PowerIndex.All),
    ];

    private readonly Argument<string[]> words = new("WHAT") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> quota = new("--quota");
    private readonly Option<string?> moreThan = new("--more-than");
    private readonly Option<string?> atLeast = new("--at-least");
    private readonly Option<string?> wins = new("--wins");
    private readonly Option<string?> index = new("--index");
    private readonly Option<string?> unions = new("--unions");
    private readonly Option<int?> coalitions = new("--coalitions");
    private readonly Option<long?> estimate = new("--estimate");
    private readonly Option<ulong?> seed = new("--seed");
    private readonly Option<int?> budget = new("--budget");
    private readonly Option<bool> enBloc = new("--en-bloc");
    private readonly Option<bool> fractions = new("--fractions");
    private readonly HistoryOptions options = new();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "power";

    public override void Declare(Command command)
    {
        command.Arguments.Add(words);
        foreach (var option in (Option[])[quota, moreThan, atLeast, wins, index, unions, coalitions, estimate, seed, budget, enBloc, fractions])
            command.Options.Add(option);
        options.Declare(command);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var request = Request(given);
        string? federation = null;
        string? path = null;
        IReadOnlyList<PowerGame> games;
        if (new[] { quota, moreThan, atLeast, wins }.Any(o => given.GetValue(o) is not null))
        {
            (games, path) = ([Typed(given)], null);
        }
        else
        {
            var target = Target.Of(given.GetValue(words));
            if (target.Words.Count == 0)
                throw new UsageProblem(Text.Of("PowerOfWhat"), Text.Of("PowerOfWhatHint"));
            var history = options.Read(given, target.Path);
            var day = Options.DayOf(given, options.At) ?? RuleGames.UsualDay(history);
            games = RuleGames.Of(history, history.BookAt(day, given.GetValue(options.Edition)), day, target.Words, given.GetValue(enBloc));
            (federation, path) = (history.Input.Title, history.Input.Path);
        }

        var findings = games.Select(game => PowerFindings.Of(game, request)).ToList();
        if (given.GetValue(json))
        {
            new PowerReport(federation, path, findings).WriteJson(terminal.Results);
            return ExitCode.Fine;
        }

        for (var i = 0; i < findings.Count; i++)
        {
            if (i > 0)
                terminal.Page.Line();
            PowerPage.Write(terminal.Page, findings[i]);
        }

        return ExitCode.Fine;
    }

    private PowerRequest Request(ParseResult given)
    {
        var asked = PowerIndex.None;
        foreach (var name in (given.GetValue(index) ?? "banzhaf,shapley").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var known = Array.Find(Indices, i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase));
            asked |= known.Name is null ? throw new UsageProblem(Text.Of("NoSuchIndex", name), Text.Of("IndicesThereAre", string.Join(", ", Indices.Select(i => i.Name)))) : known.Index;
        }

        ImmutableArray<ImmutableArray<string>> together =
        [
            .. (given.GetValue(unions) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(u => u.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToImmutableArray()),
        ];
        var seconds = Positive(given.GetValue(budget), budget.Name) ?? 30;
        return new PowerRequest(
            asked,
            together,
            given.GetValue(coalitions) is < 0 ? throw Negative(coalitions.Name) : given.GetValue(coalitions),
            given.GetValue(estimate) is < 1 ? throw Negative(estimate.Name) : given.GetValue(estimate),
            given.GetValue(seed) ?? 1,
            PowerBudget.Default with { Steps = seconds * 1_000_000_000L },
            given.GetValue(fractions));
    }

    private static int? Positive(int? number, string option) => number is < 1 ? throw Negative(option) : number;

    private static UsageProblem Negative(string option) => new(Text.Of("NotAboveZero", option), Text.Of("SeeHelp", "power"));

    private PowerGame Typed(ParseResult given)
    {
        var typed = given.GetValue(words) ?? [];
        var isFile = typed.Length == 1 && !Ratio.TryParse(typed[0].Split('x')[0], out _) && !typed[0].Contains('=', StringComparison.Ordinal);
        var players = isFile ? GamePlayers.FromFile(typed[0]) : GamePlayers.Typed(typed);
        if (players.Classes.Count == 0)
            throw new UsageProblem(Text.Of("NoWeights"), Text.Of("PowerOfWhatHint"));
        var (rule, sentence) = Rule(given, players);
        var reading = VotingGame.Of(rule, players.Profile);
        if (reading.Game is not { } game)
            throw new UsageProblem(Text.Of("NoGame", reading.Fault!.Class is { } c ? players.Classes[c].Name : Text.Of("GameTyped"), reading.Fault.Explanation), Text.Of("NoGameHint"));
        var weights = players.Measures.Count == 1 ? players.Classes.Select(v => v.Weights[1].Low.ToString()).ToList() : null;
        return new PowerGame(isFile ? typed[0] : Text.Of("GameTyped"), sentence, [], game, weights);
    }

    private (Threshold Rule, string Words) Rule(ParseResult given, GamePlayers players)
    {
        if (new[] { quota, moreThan, atLeast, wins }.Count(o => given.GetValue(o) is not null) > 1)
            throw new UsageProblem(Text.Of("OneRuleOnly"), Text.Of("PowerOfWhatHint"));
        if (given.GetValue(wins) is { } text)
            return (RuleReader.Read(text, players), text);
        if (players.Measures.Count != 1)
            throw new UsageProblem(Text.Of("SeveralWeights", string.Join(", ", players.Measures)), Text.Of("RuleHint"));
        var by = new Measure(1);
        if (given.GetValue(quota) is { } number)
            return (Thresholds.AtLeast((RatioRange)Number(number, quota.Name), by), Text.Of("QuotaWords", number));
        if (given.GetValue(moreThan) is { } more)
            return (Thresholds.MoreThan(Number(more, moreThan.Name), Responses.All, by), Text.Of("MoreThanWords", more));
        var share = given.GetValue(atLeast)!;
        return (Thresholds.AtLeast(Number(share, atLeast.Name), Responses.All, by), Text.Of("AtLeastWords", share));
    }

    private static Ratio Number(string text, string option) =>
        Ratio.TryParse(text, out var number) ? number : throw new UsageProblem(Text.Of("BadValue", option, text), Text.Of("BadNumberHint"));
}
