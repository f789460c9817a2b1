using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Pages;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Replaying;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Opening;
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
        var head = log.Head;
        var lines = given.GetValue(acts)!;
        if (given.GetValue(once) is { } mark && log.Store.PositionOf(mark) is { } known)
            return Repeated(terminal, given, log.Store, known, lines);
        var input = FederationFiles.Read(Directory.Exists(given.GetValue(path)) ? given.GetValue(path) : file);
        History.Ruled(input);
        var ledger = LedgerState.Open(log.Store, file, input, head.Size);
        ledger.Keep();
        var names = given.GetValue(under);
        var history = History.Of(ledger, AssumptionChoice.Of(ledger.Input, names is not { Length: > 0 }, names));
        var drafts = new Drafts(ledger);
        var ruled = Rule(history, lines, drafts.NextNumber, terminal);
        var fit = ruled.TrueForAll(r => given.GetValue(attempt) || r.Judgment.Verdict == Verdict.Accepted);
        var positions = fit ? Record(given, log, drafts, ruled, head) : [];
        var checkpoint = fit && key is not null ? Signing.Sign(log, key).Note : null;
        if (given.GetValue(json))
            WriteJson(terminal.Results, history, ruled, positions, checkpoint);
        else
            Write(terminal.Page, history, ruled, positions, log.Federation.Text);
        return fit && ruled.TrueForAll(r => r.Judgment.Verdict == Verdict.Accepted) ? ExitCode.Fine : ExitCode.Findings;
    });

    private List<RuledAct> Rule(History history, string[] lines, int first, Terminal terminal)
    {
        var (journal, texts) = ActLines.Journal(history, lines, first);
        var reading = history.Reader.Branch().Read(journal);
        foreach (var diagnostic in reading.Diagnostics.Where(d => d.Descriptor != JournalDiagnostics.OutOfOrder))
            DiagnosticPage.Write(terminal.Errors, diagnostic);
        if (reading.Entries.Length < texts)
            throw new UsageProblem(Text.Of("NotAnAct", lines[^1]), Text.Of("NotAnActHint"));
        var replay = new Replay(history.State);
        var ruled = new List<RuledAct>();
        foreach (var entry in reading.Entries)
        {
            var ruling = replay.Step(entry.Act);
            ruled.Add(new RuledAct(journal, entry, ruling, ruling.Under(history.Assumptions.Set), history.Acts.Count + ruled.Count + 1));
        }

        return ruled;
    }

    private List<long> Record(ParseResult given, ActLog log, Drafts drafts, List<RuledAct> ruled, StoreHead head)
    {
        Visibility? who = null;
        if (given.GetValue(visibility) is { } word)
            who = Words.TryRead(word, out Visibility read) ? read : throw new UsageProblem(Text.Of("BadVisibility", word), Text.Of("BadVisibilityHint"));
        var attachments = (given.GetValue(attach) ?? []).Select(f => Attach(log.Store, f)).ToImmutableArray();
        var made = ruled.Select((r, i) => drafts.Of(r, Mark(given.GetValue(once), i), who, given.GetValue(attempt) && r.Judgment.Verdict != Verdict.Accepted, attachments)).ToList();
        return log.Record(made, head.Size) switch
        {
            RecordOutcome.Recorded recorded => [.. recorded.Acts.Select(a => a.Position)],
            RecordOutcome.Conflict conflict => throw new UsageProblem(Text.Of("LedgerMoved", conflict.Expected, conflict.Size), Text.Of("ConflictHint")),
            RecordOutcome.Unfit unfit => throw new UsageProblem(Text.Of("CannotBeRecorded", unfit.Reason)),
            RecordOutcome.KeyTaken taken => throw new UsageProblem(Text.Of("KeyTaken", taken.Key, taken.Position), Text.Of("KeyTakenHint")),
            _ => [],
        };
    }

    private static string? Mark(string? once, int index) => once is null || index == 0 ? once : string.Create(CultureInfo.InvariantCulture, $"{once}/{index + 1}");

    private static Digest Attach(ILedgerStore store, string file)
    {
        if (!File.Exists(file))
            throw new UsageProblem(Text.Of("NoSuchPath", file), Text.Of("NoSuchPathHint"));
        using var content = File.OpenRead(file);
        return store.Attachments.Put(content);
    }

    // The answer to an earlier call was lost: the act is there, and it is the same one or it is told.
    private ExitCode Repeated(Terminal terminal, ParseResult given, ILedgerStore store, long position, string[] lines)
    {
        var view = EntryView.Of(store.Read(position, position + 1).First(), publicOnly: false);
        var words = view.Act?.Text.Split('\n')[0].Split(' ', 3);
        var first = ActLines.Of(lines)[0];
        if (words is [_, _, var text] && !string.Equals(text, first, StringComparison.Ordinal))
            throw new UsageProblem(Text.Of("KeyTaken", given.GetValue(once), position), Text.Of("KeyTakenHint"));
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("recorded", true).Field("repeated", true).List<RuledAct>("acts", [], _ => { }).Field("positions", [position.ToString(CultureInfo.InvariantCulture)]).Field("checkpoint", (string?)null);
        }
        else
        {
            terminal.Page.Line(Text.Of("AlreadyRecorded", position));
        }

        return ExitCode.Fine;
    }

    private void WriteJson(Stream results, History history, List<RuledAct> ruled, List<long> positions, string? checkpoint)
    {
        var printer = new ActPrinter(history.Books.Roll);
        using var output = new Json(results, Name);
        output.Field("recorded", positions.Count > 0).Field("repeated", false);
        output.List("acts", ruled, act =>
        {
            RunJson.Act(output, printer, act);
            RunJson.Judgment(output, act.Judgment);
        });
        output.Field("positions", positions.Select(p => p.ToString(CultureInfo.InvariantCulture))).Field("checkpoint", checkpoint);
    }

    private static void Write(Page page, History history, List<RuledAct> ruled, List<long> positions, string ledger)
    {
        for (var i = 0; i < ruled.Count; i++)
        {
            RulingPage.Write(page, history, ruled[i], hypothetical: false);
            page.Line();
            if (positions.Count == 0)
                page.Line(Text.Of(ruled[i].Judgment.Verdict switch { Verdict.Refused => "NotRecordedRefused", Verdict.Undetermined => "NotRecordedUndetermined", _ => "NotRecordedOthers" }), Tone.Bad);
            else if (ruled[i].Judgment.Verdict == Verdict.Accepted)
                page.Line(Text.Of("RecordedAs", positions[i], ledger));
            else
                page.Line(Text.Of("KeptAsAttempt", positions[i], ledger));
        }
    }
}
