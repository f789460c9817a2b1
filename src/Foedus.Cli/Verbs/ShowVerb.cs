using System.CommandLine;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Gathers everything about a body, a unit, an office, a legal act or a matter.</summary>
internal sealed class ShowVerb : Verb
{
    private readonly Argument<string[]> words = new("NAME") { Arity = ArgumentArity.ZeroOrMore };
    private readonly HistoryOptions options = new();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "show";

    public override void Declare(Command command)
    {
        command.Arguments.Add(words);
        options.Declare(command);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var target = Target.Of(given.GetValue(words));
        if (target.Words.Count == 0)
            throw new UsageProblem(Text.Of("NameMissing", Name), Text.Of("NameMissingHint"));
        var history = options.Read(given, target.Path);
        var day = options.Day(given, history);
        var book = history.BookAt(day, given.GetValue(options.Edition));
        var it = new Gathered(history, book, day, ThingFinder.Find(history, book, target.Name));
        if (given.GetValue(json))
            it.WriteJson(terminal.Results);
        else
            GatheredPage.Write(terminal.Page, it);

        return ExitCode.Fine;
    }
}
