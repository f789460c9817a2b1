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
        var problems = FederationProblems.Of(input);
        var history = History.Of(input, i => AssumptionChoice.Of(i, given.GetValue(none), given.GetValue(assuming)), given.GetValue(rehearse), given.GetValue(edition));
        var last = Known(history, given.GetValue(known));
        var acts = history.Acts.Take(last).ToList();
        var stand = new HowThingsStand(history, day ?? (acts.Count > 0 ? acts.Max(a => a.Act.Done) : history.LastDay), last, given.GetValue(edition));
        var differ = acts.SelectMany(a => RulingComparison.Compare([a.Entry], [a.Ruling])).ToList();
        if (given.GetValue(json))
            RunJson.Write(terminal.Results, history, acts, stand, problems, differ);
        else
            Write(terminal.Page, history, acts, stand, problems, differ);
        return problems.Errors > 0 || differ.Exists(d => d.Severity == Charter.Diagnostics.DiagnosticSeverity.Error) ? ExitCode.Findings : ExitCode.Fine;
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

    private static void Write(Page page, History history, List<RuledAct> acts, HowThingsStand stand, FederationProblems problems, List<Charter.Diagnostics.Diagnostic> differ)
    {
        page.Put(history.Input.Title, Tone.Strong).Line(": " + Summary(acts));
        if (problems.Errors > 0)
            page.Put(Text.Count("Errors", problems.Errors), Tone.Bad).Line(Text.Of("SeeCheck", history.Input.Argument));
        if (history.Assumptions.Note is { } note)
            page.Line(note, Tone.Faint);
        page.Line();
        if (acts.Count > 0)
        {
            HistoryPage.Write(page, history, acts);
            page.Line();
        }

        foreach (var diagnostic in differ)
        {
            DiagnosticPage.Write(page, diagnostic);
            page.Line();
        }

        StandingPage.Write(page, stand);
        StandingPage.Silences(page, Turns(acts, stand));
        StandingPage.Assumptions(page, acts.SelectMany(a => a.Judgment.Assuming).Concat(stand.Used));
    }

    private static string Summary(List<RuledAct> acts)
    {
        if (acts.Count == 0)
            return Text.Of("NothingDone");
        var real = acts.Count(a => !a.Journal.IsRehearsal);
        var parts = new List<string>();
        if (real > 0)
            parts.Add(Text.Count("Acts", real));
        if (acts.Count > real)
            parts.Add(Text.Count("ActsRehearsed", acts.Count - real));
        var words = string.Join(", ", parts) + Text.Of("FromTo", acts.Min(a => a.Act.Done), acts.Max(a => a.Act.Done));
        var groups = acts.GroupBy(a => a.Judgment.Verdict).OrderBy(g => g.Key)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {ActText.Verdict(g.Key, Engine.Judging.Outcome.None)}"));
        return words + "; " + string.Join(", ", groups);
    }

    /// <summary>The silences on which something turns, those that most results turn on first.</summary>
    internal static IReadOnlyList<(Silence Silence, int Results)> Turns(IEnumerable<RuledAct> acts, HowThingsStand stand)
    {
        var counts = new Dictionary<int, (Silence Silence, int Results)>();
        var met = acts.SelectMany(a => a.Judgment.Turns.Concat(a.Judgment.Needs.Select(n => n.Silence).OfType<Silence>()).Distinct());
        foreach (var silence in met.Concat(stand.Turns))
            counts[silence.Id] = (silence, counts.TryGetValue(silence.Id, out var before) ? before.Results + 1 : 1);
        return [.. counts.Values.OrderByDescending(c => c.Results).ThenBy(c => c.Silence.Id)];
    }
}
