using System.CommandLine;
using System.Globalization;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Pages;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Recording;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Says why, why not, and what is still needed: of an act, a matter, a provision, or an act that nobody has done.</summary>
internal sealed class ExplainVerb : Hosting.Verb
{
    private readonly Argument<string[]> words = new("WHAT") { Arity = ArgumentArity.ZeroOrMore };
    private readonly HistoryOptions options = new();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "explain";

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
            throw new UsageProblem(Text.Of("NameMissing", Name), Text.Of("ExplainMissingHint"));
        var history = options.Read(given, target.Path);
        var asJson = given.GetValue(json);
        if (PartialDate.TryRead(target.Name.Split(' ')[0], out _))
            return Suppose(history, target.Words, asJson, terminal, given.GetValue(options.Edition) ?? 0);
        if (target.Name.StartsWith("act ", StringComparison.Ordinal))
            Act(history, target.Name[4..].Trim(), asJson, terminal);
        else if (ProvisionExplanation.Find(history, history.BookAt(options.Day(given, history), given.GetValue(options.Edition)).Edition, target.Name) is { } provision)
            Write(provision, asJson, terminal, page => ProvisionPage.Write(page, provision));
        else if (SeatExplanation.Find(history, history.BookAt(options.Day(given, history), given.GetValue(options.Edition)), options.Day(given, history), target.Name) is { } seats)
            Write(seats, asJson, terminal, page => SeatExplanationPage.Write(page, seats));
        else
            Thing(history, given, target.Name, asJson, terminal);
        return ExitCode.Fine;
    }

    private static void Act(History history, string number, bool asJson, Terminal terminal)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) || history.Act(wanted) is not { } act)
        {
            throw new UsageProblem(
                Text.Of("NoSuchAct", number),
                history.Acts.Count == 0 ? Text.Of("NoActsAtAll") : Text.Of("ActsThereAre", history.Numbers.Min(), history.Numbers.Max()));
        }

        Write(new ActExplanation(history, act, hypothetical: false), asJson, terminal, page => RulingPage.Write(page, history, act, hypothetical: false));
    }

    private void Thing(History history, ParseResult given, string name, bool asJson, Terminal terminal)
    {
        var day = options.Day(given, history);
        var book = history.BookAt(day, given.GetValue(options.Edition));
        var it = new Gathered(history, book, day, ThingFinder.Find(history, book, name));
        if (asJson)
            (it with { Verb = Name }).WriteJson(terminal.Results);
        else
            GatheredPage.Write(terminal.Page, it);
    }

    private static void Write(Report report, bool asJson, Terminal terminal, Action<Page> write)
    {
        if (asJson)
            report.WriteJson(terminal.Results);
        else
            write(terminal.Page);
    }

    /// <summary>Rules on acts that nobody has done, one after the other, in a branch that is dropped. Each argument is one act.</summary>
    private ExitCode Suppose(History known, IReadOnlyList<string> words, bool asJson, Terminal terminal, int edition)
    {
        var trial = Trial.Of(known, words, known.Numbers.Append(0).Max() + 1, edition, isRehearsal: true);
        foreach (var diagnostic in trial.Diagnostics)
        {
            DiagnosticPage.Write(terminal.Errors, diagnostic);
            if (diagnostic.Descriptor == JournalDiagnostics.NotIntroduced && known.HasUnplayedRehearsal)
                terminal.Errors.Put("help: ", Tone.Strong).Line(Text.Of("PerhapsRehearsed"));
            terminal.Errors.Line();
        }

        var (history, acts) = (trial.Whole(words).History, trial.Acts);
        foreach (var earlier in asJson ? [] : acts.SkipLast(1))
            terminal.Page.Put(Text.Of("HypotheticalHead", earlier.Act.Number, earlier.Act.Done)).Put(ActText.Whole(new ActPrinter(history.Books.Roll), earlier.Act)).Line(": " + ActText.Verdict(earlier.Judgment), Tones.Of(earlier.Judgment));
        if (!asJson && acts.Length > 1)
            terminal.Page.Line();
        Write(new ActExplanation(history, acts[^1], hypothetical: true), asJson, terminal, page => RulingPage.Write(page, history, acts[^1], hypothetical: true));
        return acts[^1].Judgment.Verdict == Verdict.Refused || acts[^1].Judgment.Outcome is Outcome.Lost or Outcome.Tied or Outcome.NoQuorum ? ExitCode.Findings : ExitCode.Fine;
    }
}
