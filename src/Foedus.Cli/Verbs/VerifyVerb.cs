using System.CommandLine;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Ledger.Signing;
using Foedus.Ledger.Verifying;
using Foedus.Secretariat.Ledgers;

namespace Foedus.Cli.Verbs;

/// <summary>Verifies a ledger from its first byte, also against checkpoints that were kept elsewhere.</summary>
internal sealed class VerifyVerb : Hosting.Verb
{
    private readonly Argument<string> path = new("LEDGER");
    private readonly Option<string[]> checkpoints = new("--checkpoint") { AllowMultipleArgumentsPerToken = false };
    private readonly Option<string?> key = new("--key");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "verify";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        foreach (var option in (Option[])[checkpoints, key, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var file = LedgerFiles.At(given.GetValue(path));
        VerifierKey? trusted = null;
        if (given.GetValue(key) is { } text && !VerifierKey.TryParse(text, out trusted))
            throw new UsageProblem(Text.Of("BadVerifierKey", text), Text.Of("BadVerifierKeyHint"));
        var notes = (given.GetValue(checkpoints) ?? []).Select(Note).ToList();
        using var store = LedgerFiles.OpenDamaged(file);
        var report = LedgerVerifier.Verify(store, notes, trusted);
        var state = StateCheck.Of(store, LedgerFiles.Places, file, report.Holding);
        if (state.Finding == StateFinding.Differs)
            report = report with { Findings = report.Findings.Add(new VerificationFinding(VerificationFault.Snapshot, null, Text.Of("StateDiffers", state.Size))) };
        if (given.GetValue(json))
            VerificationPage.Write(terminal.Results, store.Federation.Text, report, state);
        else
            VerificationPage.Write(terminal.Page, store.Federation.Text, report, state);
        return report.Holds ? ExitCode.Fine : ExitCode.Findings;
    });

    private static string Note(string path)
    {
        if (!File.Exists(path))
            throw new UsageProblem(Text.Of("NoSuchPath", path), Text.Of("NoSuchPathHint"));
        return new FileInfo(path).Length > 1 << 20 ? "" : File.ReadAllText(path);
    }
}
