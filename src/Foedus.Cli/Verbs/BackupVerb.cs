using System.CommandLine;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Ledger.Copying;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Verifying;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Copies a ledger while it is in use, and verifies the copy.</summary>
internal sealed class BackupVerb : Hosting.Verb
{
    private readonly Argument<string> path = new("LEDGER");
    private readonly Argument<string> copy = new("COPY");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "backup";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Arguments.Add(copy);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var file = LedgerFiles.At(given.GetValue(path));
        var target = given.GetValue(copy)!;
        if (!LedgerFiles.IsLedger(target))
            throw new UsageProblem(Text.Of("LedgerName", target), Text.Of("LedgerNameHint", target + LedgerFiles.Extension));
        if (File.Exists(target))
            throw new UsageProblem(Text.Of("ThereAlready", target), Text.Of("ThereAlreadyHint"));
        var making = target + ".part";
        File.Delete(making);
        VerificationReport report;
        using (var store = LedgerFiles.Open(file, readOnly: false))
            Copy(store, making);
        using (var made = SqliteStore.Open(making))
            report = LedgerVerifier.Verify(made);
        if (!report.Holds)
        {
            File.Delete(making);
            throw new UsageProblem(Text.Of("BackupFails", file, report.Findings[0].Sentence), Text.Of("BackupFailsHint", file));
        }

        File.Move(making, target);
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("copy", target).Field("entries", (int)report.Size).Field("root", report.Root.ToString());
        }
        else
        {
            terminal.Page.Put(target, Tone.Strong).Line(": " + Text.Of("BackedUp", report.Size, report.Root));
        }

        return ExitCode.Fine;
    });

    // A file is copied as it is, page by page; what is in a database, entry by entry.
    private static void Copy(ILedgerStore store, string making)
    {
        if (store is SqliteStore whole)
        {
            whole.CopyTo(making);
            return;
        }

        using var to = SqliteStore.Create(making, store.Federation);
        LedgerCopy.Copy(store, to);
    }
}
