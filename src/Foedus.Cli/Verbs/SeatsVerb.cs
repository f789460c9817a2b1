using System.CommandLine;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Counts the seats of a body on every way of reading the charter.</summary>
internal sealed class SeatsVerb : Verb
{
    private readonly Argument<string[]> words = new("BODY") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> worksheet = new("--worksheet");
    private readonly Option<string?> method = new("--method");
    private readonly HistoryOptions options = new();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "seats";

    public override void Declare(Command command)
    {
        command.Arguments.Add(words);
        command.Options.Add(worksheet);
        command.Options.Add(method);
        options.Declare(command);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var target = Target.Of(given.GetValue(words));
        var history = options.Read(given, target.Path);
        var day = options.Day(given, history);
        var book = history.BookAt(day, given.GetValue(options.Edition));
        var bodies = book.Edition.Bodies.Where(b => b.EachOf is null && b.Seats.Count > 0).ToList();
        if (target.Words.Count == 0)
            throw new UsageProblem(Text.Of("BodyMissing"), Bodies(bodies));
        var body = bodies.Find(b => string.Equals(b.Name, target.Name, StringComparison.Ordinal)) is { } whole ? new BodyAt(whole)
            : OfUnit(history, book, day, target.Name) ?? throw Unknown(history, bodies, target.Name);
        var counted = new CountedSeats(history, SeatInquiry.Of(history.State, book, day, body), given.GetValue(method)) { Worksheet = given.GetValue(worksheet) };
        if (given.GetValue(json))
            counted.WriteJson(terminal.Results);
        else
            SeatsPage.Write(terminal.Page, counted, given.GetValue(worksheet));
        return ExitCode.Fine;
    }

    /// <summary>The body of a unit, or a chamber that goes by the name of its body as well: "Assembly of East".</summary>
    private static BodyAt? OfUnit(History history, Rulebook book, Day day, string name) =>
        name.Contains(" of ", StringComparison.Ordinal)
            ? new Inquiry(history.State, book, day, new Readings()).BodyOf(ThingFinder.Find(history, book, name))
            : null;

    private static UsageProblem Unknown(History history, List<Body> bodies, string name)
    {
        var near = Spelling.Nearest(name, bodies.Select(b => b.Name));
        return new UsageProblem(Text.Of("NoSeatsOf", history.Input.Title, name), near is null ? Bodies(bodies) : Text.Of("DidYouMean", near));
    }

    private static string Bodies(List<Body> bodies) => Text.Of("BodiesWithSeats", string.Join(", ", bodies.Select(b => b.Name)));
}
