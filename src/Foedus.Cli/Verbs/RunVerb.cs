using System.CommandLine;
using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Pages;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Replaying;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Rules on what was done, act by act, and shows how things then stand.</summary>
internal sealed class RunVerb : Verb
{
    private readonly Argument<string?> path = Options.Path();
    private readonly Option<bool> rehearse = new("--rehearse");
    private readonly Option<string?> at = Options.At();
    private readonly Option<int?> known = new("--known");
    private readonly Option<int?> edition = Options.Edition();
    private readonly Option<bool> none = Options.NoAssumptions();
    private readonly Option<string[]> assuming = Options.Assuming();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "run";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        foreach (var option in (Option[])[rehearse, at, known, edition, none, assuming, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var day = Options.DayOf(given, at);
        var input = FederationFiles.Read(given.GetValue(path));
        var history = History.Of(input, i => AssumptionChoice.Of(i, given.GetValue(none), given.GetValue(assuming)), given.GetValue(rehearse), given.GetValue(edition));
        var report = new RunReport(history, Known(history, given.GetValue(known)), day, given.GetValue(edition));
        if (given.GetValue(json))
            report.WriteJson(terminal.Results);
        else
            Write(terminal.Page, report);
        return report.Errors > 0 || report.RuledOtherwise.Any(d => d.Severity == Charter.Diagnostics.DiagnosticSeverity.Error) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static int Known(History history, int? number)
    {
        if (number is not { } wanted)
            return history.Acts.Count;
        if (wanted == 0)
            return 0;
        return history.Act(wanted)?.Place
            ?? throw new UsageProblem(Text.Of("NoSuchAct", wanted), history.Acts.Count == 0 ? Text.Of("NoActsAtAll") : Text.Of("ActsThereAre", history.Numbers.Min(), history.Numbers.Max()));
    }

    private static void Write(Page page, RunReport report)
    {
        page.Put(report.Title, Tone.Strong).Line(": " + Summary(report));
        if (report.Errors > 0)
            page.Put(Text.Count("Errors", report.Errors), Tone.Bad).Line(Text.Of("SeeCheck", report.History.Input.Argument));
        if (report.AssumptionNote is { } note)
            page.Line(note, Tone.Faint);
        page.Line();
        if (report.Acts.Count > 0)
        {
            HistoryPage.Write(page, report.History, report.Acts);
            page.Line();
        }

        foreach (var diagnostic in report.RuledOtherwise)
        {
            DiagnosticPage.Write(page, diagnostic);
            page.Line();
        }

        StandingPage.Write(page, report.Stand);
        StandingPage.Silences(page, report.Turns);
        StandingPage.Assumptions(page, report.Used);
    }

    private static string Summary(RunReport report)
    {
        if (report.Acts.Count == 0)
            return Text.Of("NothingDone");
        var parts = new List<string>();
        if (report.Done > 0)
            parts.Add(Text.Count("Acts", report.Done));
        if (report.Acts.Count > report.Done)
            parts.Add(Text.Count("ActsRehearsed", report.Acts.Count - report.Done));
        var words = string.Join(", ", parts) + Text.Of("FromTo", report.Acts.Min(a => a.Act.Done), report.Acts.Max(a => a.Act.Done));
        var groups = report.Verdicts.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Acts} {ActText.Verdict(v.Verdict, Engine.Judging.Outcome.None)}"));
        return words + "; " + string.Join(", ", groups);
    }
}
