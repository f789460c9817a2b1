using System.CommandLine;
using System.Globalization;
using Foedus.Charter.Syntax;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Verbs;

/// <summary>Counts the ballots of a file by a rule.</summary>
internal sealed class TallyVerb : Verb
{
    private readonly Argument<string?> path = new("FILE") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> rule = new("--rule");
    private readonly Option<int?> seats = new("--seats");
    private readonly Option<string?> ties = new("--ties");
    private readonly Option<string?> seed = new("--seed");
    private readonly Option<string?> format = new("--format");
    private readonly Option<string[]> groups = new("--group") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> reserve = new("--reserve") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> rounds = new("--rounds");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "tally";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        foreach (var option in (Option[])[rule, seats, ties, seed, format, groups, reserve, rounds, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var file = given.GetValue(path);
        if (file is null)
        {
            if (given.GetValue(rule) is not null || given.GetValue(json))
                throw new UsageProblem(Text.Of("TallyFileMissing"), Text.Of("SeeHelp", Name));
            TallyPage.Rules(terminal.Page);
            return ExitCode.Fine;
        }

        var counted = Count(given, file);
        if (given.GetValue(json))
            TallyJson.Write(terminal.Results, counted);
        else
            TallyPage.Write(terminal.Page, counted, given.GetValue(rounds));
        return counted.Result is null && counted.Rule is null && counted.Reading.IsSound || counted.Result is Tallied ? ExitCode.Fine : ExitCode.Findings;
    }

    private CountedBallots Count(ParseResult given, string file)
    {
        var steps = Ties(given);
        if (given.GetValue(format) == "marks") return CountMarks(given, file, steps);
        var chosen = given.GetValue(rule) is { } name ? RuleOf(name) : null;
        return Count(given, file, BallotSource.Read(file, FormatOf(given.GetValue(format), file)), chosen, steps);
    }

    private CountedBallots CountMarks(ParseResult given, string file, TieBreaking steps)
    {
        var asked = given.GetValue(rule) is { } name ? Known(ScoreRules.Find(name), name, [.. ScoreRules.All.Select(one => one.Name)]) : null;
        var read = BallotSource.ReadMarks(file);
        var reading = new BallotFileReading(read.Contest?.Frame, read.Faults, read.MoreFaults);
        return Count(given, file, reading, read.Contest is { } marks ? asked?.For(marks) : null, steps) with { Marks = read.Contest };
    }

    private CountedBallots Count(ParseResult given, string file, BallotFileReading reading, TallyRule? chosen, TieBreaking steps)
    {
        if (reading.Contest is not { } contest || chosen is null) return new CountedBallots(file, reading, chosen, reading.Contest, null);
        if (given.GetValue(seats) is { } number)
            contest = number >= 1 ? contest.WithSeats(number) : throw new UsageProblem(Text.Of("BadValue", seats.Name, number), Text.Of("TallySeatsHint"));
        contest = Grouped(contest, given.GetValue(groups) ?? []);
        var options = TallyOptions.Default with
        {
            Ties = Checked(steps, contest),
            Reserved = [.. (given.GetValue(reserve) ?? []).Select(text => Reserved(text, contest))],
        };
        return new CountedBallots(file, reading, chosen, contest, chosen.Run(contest, options));
    }

    private static TallyRule RuleOf(string name) => Known(TallyRules.Find(name), name, [.. TallyRules.All.Select(one => one.Name)]);

    private static T Known<T>(T? found, string name, List<string> names)
        where T : class =>
        found ?? throw new UsageProblem(
            Text.Of("TallyNoSuchRule", name),
            Spelling.Nearest(name, names) is { } near ? Text.Of("DidYouMean", near) : Text.Of("TallyRulesHint", string.Join(", ", names)));

    private static BallotFormat FormatOf(string? asked, string file) => asked switch
    {
        null => BallotFiles.FormatOf(file) ?? throw new UsageProblem(Text.Of("TallyUnknownFormat", file), Text.Of("TallyFormatHint")),
        "blt" => BallotFormat.Blt,
        "preflib" => BallotFormat.PrefLib,
        "csv" => BallotFormat.Csv,
        _ => throw new UsageProblem(Text.Of("BadValue", "--format", asked), Text.Of("TallyFormatHint")),
    };

    private TieBreaking Ties(ParseResult given)
    {
        var text = given.GetValue(ties);
        var lot = given.GetValue(seed);
        var steps = new List<TieStep>();
        foreach (var word in text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            steps.Add(word switch
            {
                "backwards" => new TieStep.Backwards(),
                "forwards" => new TieStep.Forwards(),
                "lot" => new TieStep.Lot(lot ?? throw new UsageProblem(Text.Of("TallySeedMissing"), Text.Of("TallySeedHint"))),
                _ when word.StartsWith("order=", StringComparison.Ordinal) => new TieStep.Order([.. word[6..].Split('-').Select(part => Candidate(part, ties.Name))]),
                _ => throw new UsageProblem(Text.Of("BadValue", ties.Name, word), Text.Of("TallyTiesHint")),
            });
        }

        if (lot is not null && text is null) steps.Add(new TieStep.Lot(lot));
        else if (lot is not null && !steps.Exists(step => step is TieStep.Lot)) throw new UsageProblem(Text.Of("TallySeedUnused"), Text.Of("TallyTiesHint"));
        return new TieBreaking([.. steps]);
    }

    private static int Candidate(string text, string option) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? number - 1
            : throw new UsageProblem(Text.Of("BadValue", option, text), Text.Of("TallyNumberHint"));

    private static TieBreaking Checked(TieBreaking breaking, Contest contest)
    {
        foreach (var candidate in breaking.Steps.OfType<TieStep.Order>().SelectMany(step => step.Preferred))
            Known(candidate, contest);
        return breaking;
    }

    private static void Known(int candidate, Contest contest)
    {
        if (candidate >= contest.Candidates.Length)
            throw new UsageProblem(Text.Of("TallyNoSuchCandidate", candidate + 1), Text.Of("TallyCandidates", contest.Candidates.Length));
    }

    // NAME=1,4,5 puts candidates into a group.
    private Contest Grouped(Contest contest, string[] texts)
    {
        if (texts.Length == 0) return contest;
        var people = contest.Candidates.ToBuilder();
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2);
            if (parts is not [{ Length: > 0 }, { Length: > 0 }]) throw new UsageProblem(Text.Of("BadValue", groups.Name, text), Text.Of("TallyGroupHint"));
            foreach (var candidate in parts[1].Split(',').Select(part => Candidate(part, groups.Name)))
            {
                Known(candidate, contest);
                people[candidate] = people[candidate] with { Group = parts[0] };
            }
        }

        return Contest.Create(people.ToImmutable(), contest.Seats, contest.Ballots, contest.Title, contest.Invalid);
    }

    private ReservedSeats Reserved(string text, Contest contest)
    {
        var at = text.LastIndexOf('=');
        if (at < 1 || !int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var least))
            throw new UsageProblem(Text.Of("BadValue", reserve.Name, text), Text.Of("TallyReserveHint"));
        var group = text[..at];
        return contest.Candidates.Any(c => string.Equals(c.Group, group, StringComparison.Ordinal))
            ? new ReservedSeats(group, least)
            : throw new UsageProblem(Text.Of("TallyNoSuchGroup", group), Text.Of("TallyGroupHint"));
    }
}
