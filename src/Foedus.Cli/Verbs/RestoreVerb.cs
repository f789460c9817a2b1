using System.CommandLine;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Ledger.Copying;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Verifying;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Makes a ledger from a backup, or from what still holds of a damaged one.</summary>
internal sealed class RestoreVerb : Hosting.Verb
{
    private readonly Argument<string> copy = new("COPY");
    private readonly Argument<string> path = new("LEDGER");
    private readonly Option<bool> holding = new("--what-holds");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "restore";

    public override void Declare(Command command)
    {
        command.Arguments.Add(copy);
        command.Arguments.Add(path);
        command.Options.Add(holding);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var source = LedgerFiles.At(given.GetValue(copy));
        var target = given.GetValue(path)!;
        if (!LedgerFiles.IsLedger(target))
            throw new UsageProblem(Text.Of("LedgerName", target), Text.Of("LedgerNameHint", target + LedgerFiles.Extension));
        if (File.Exists(target))
            throw new UsageProblem(Text.Of("ThereAlready", target), Text.Of("ThereAlreadyHint"));
        using var from = LedgerFiles.OpenDamaged(source);
        var report = LedgerVerifier.Verify(from);
        if (!report.Holds && (report.Holding == 0 || !given.GetValue(holding)))
            throw new UsageProblem(Text.Of("RestoreFails", source, report.Findings[0].Sentence), report.Holding == 0 ? Text.Of("NothingLeftHint") : Text.Of("RestoreFailsHint", report.Holding));
        var making = target + ".part";
        File.Delete(making);
        using (var to = SqliteStore.Create(making, from.Federation))
        {
            var head = LedgerCopy.Copy(from, to, report.Holding);
            if (head.Root != report.Root || LedgerVerifier.Verify(to) is { Holds: false })
                throw new UsageProblem(Text.Of("StorageFailed", Text.Of("CopyDiffers")), null);
        }

        File.Move(making, target);
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("ledger", target).Field("entries", (int)report.Holding).Field("lost", (int)Math.Max(0, report.Size - report.Holding)).Field("root", report.Root.ToString());
        }
        else
        {
            terminal.Page.Put(target, Tone.Strong).Line(": " + Text.Of("Restored", report.Holding, report.Root));
            if (report.Size > report.Holding)
                terminal.Page.Line(Text.Of("RestoredWithout", report.Size - report.Holding), Tone.Bad);
        }

        return ExitCode.Fine;
    });
}
