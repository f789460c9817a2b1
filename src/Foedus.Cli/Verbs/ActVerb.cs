using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Foedus.Charter.Diagnostics;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Pages;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Secretariat;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Recording;
using Foedus.Secretariat.Reports;
using NodaTime;

namespace Foedus.Cli.Verbs;

/// <summary>Rules on acts and records them in the ledger: what is refused is not recorded as done.</summary>
internal sealed class ActVerb : Hosting.Verb
{
    private readonly Argument<string> path = new("LEDGER");
    private readonly Argument<string[]> acts = new("ACT") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> attempt = new("--attempt");
    private readonly Option<string[]> under = new("--under") { AllowMultipleArgumentsPerToken = false };
    private readonly Option<string?> visibility = new("--visibility");
    private readonly Option<string?> once = new("--once");
    private readonly Option<string[]> attach = new("--attach") { AllowMultipleArgumentsPerToken = false };
    private readonly Option<string?> sign = Signing.Option();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "act";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Arguments.Add(acts);
        foreach (var option in (Option[])[attempt, under, visibility, once, attach, sign, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var file = LedgerFiles.At(given.GetValue(path));
        var key = given.GetValue(sign) is { } signer ? Signing.Key(signer) : null;
        using var log = new ActLog(LedgerFiles.Open(file, readOnly: false), SystemClock.Instance);
        var lines = given.GetValue(acts)!;
        if (given.GetValue(once) is { } mark && Repetition.Of(log.Store, mark, lines) is [var known, ..])
            return Repeated(terminal, given, known);
        var names = given.GetValue(under) ?? [];
        using var recorder = new Recorder(log, file, FederationFiles.Read(Directory.Exists(given.GetValue(path)) ? given.GetValue(path) : file), new OpeningTerms([.. names], NoAssumptions: names.Length == 0));
        var outcome = recorder.Record(Request(given, lines));
        var failed = (outcome as RecordingOutcome.Failed)?.Problems ?? [];
        foreach (var diagnostic in outcome.Trial?.Diagnostics ?? failed.Select(p => p.Source).OfType<Diagnostic>())
            DiagnosticPage.Write(terminal.Errors, diagnostic);
        if (failed is [var problem, ..])
            throw new Obstacle(problem);
        if (outcome is RecordingOutcome.Repeated { Positions: [var earlier, ..] })
            return Repeated(terminal, given, earlier);
        var (ruled, history) = (outcome.Trial!.Acts, outcome.Trial.History);
        var positions = outcome is RecordingOutcome.Recorded recorded ? recorded.Positions : [];
        var checkpoint = positions.Length > 0 && key is not null ? Signing.Sign(log, key).Note : null;
        if (given.GetValue(json))
            new RecordingReport(history, ruled, positions) { Checkpoint = checkpoint }.WriteJson(terminal.Results);
        else
            Write(terminal.Page, history, ruled, positions, log.Federation.Text);
        return positions.Length > 0 && ruled.All(r => r.Judgment.Verdict == Verdict.Accepted) ? ExitCode.Fine : ExitCode.Findings;
    });

    private RecordRequest Request(ParseResult given, string[] lines)
    {
        Visibility? who = null;
        if (given.GetValue(visibility) is { } word)
            who = Words.TryRead(word, out Visibility read) ? read : throw new UsageProblem(Text.Of("BadVisibility", word), Text.Of("BadVisibilityHint"));
        return new RecordRequest([.. lines])
        {
            Key = given.GetValue(once),
            Visibility = who,
            Attempt = given.GetValue(attempt),
            Attachments = [.. (given.GetValue(attach) ?? []).Select(f => (Func<Stream>)(() => Attached(f)))],
        };
    }

    private static FileStream Attached(string file) =>
        File.Exists(file) ? File.OpenRead(file) : throw new UsageProblem(Text.Of("NoSuchPath", file), Text.Of("NoSuchPathHint"));

    // The answer to an earlier call was lost: the act is there.
    private ExitCode Repeated(Terminal terminal, ParseResult given, long position)
    {
        if (given.GetValue(json))
            new RecordingReport(null, [], [position]) { Repeated = true }.WriteJson(terminal.Results);
        else
            terminal.Page.Line(Text.Of("AlreadyRecorded", position));

        return ExitCode.Fine;
    }

    private static void Write(Page page, History history, ImmutableArray<RuledAct> ruled, ImmutableArray<long> positions, string ledger)
    {
        for (var i = 0; i < ruled.Length; i++)
        {
            RulingPage.Write(page, history, ruled[i], hypothetical: false);
            page.Line();
            if (positions.Length == 0)
                page.Line(Text.Of(ruled[i].Judgment.Verdict switch { Verdict.Refused => "NotRecordedRefused", Verdict.Undetermined => "NotRecordedUndetermined", _ => "NotRecordedOthers" }), Tone.Bad);
            else if (ruled[i].Judgment.Verdict == Verdict.Accepted)
                page.Line(Text.Of("RecordedAs", positions[i], ledger));
            else
                page.Line(Text.Of("KeptAsAttempt", positions[i], ledger));
        }
    }
}
