using System.CommandLine;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Ledger;
using Foedus.Ledger.Copying;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Verifying;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Moves a ledger from one store to another, and proves that both hold the same history.</summary>
internal sealed class MigrateVerb : Hosting.Verb
{
    private readonly Argument<string> from = new("FROM");
    private readonly Argument<string> to = new("TO");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "migrate";

    public override void Declare(Command command)
    {
        command.Arguments.Add(from);
        command.Arguments.Add(to);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var source = LedgerFiles.At(given.GetValue(from));
        var target = given.GetValue(to)!;
        if (string.Equals(source, target, StringComparison.Ordinal))
            throw new UsageProblem(Text.Of("SameLedger", source), Text.Of("SameLedgerHint"));
        using var old = LedgerFiles.Open(source, readOnly: true);
        using var made = OpenOrCreate(target, old.Federation);
        var history = SameHistory(old, made, source, target);
        Tell(given, terminal, target, old, history);
        return ExitCode.Fine;
    });

    private static ILedgerStore OpenOrCreate(string target, FederationId federation)
    {
        if (!LedgerAddress.IsMeant(target) && !LedgerFiles.IsLedger(target))
            throw new UsageProblem(Text.Of("LedgerName", target), Text.Of("LedgerNameHint", target + LedgerFiles.Extension));
        return LedgerFiles.OpenOrCreate(target, federation);
    }

    // Copies, and goes on with what was appended meanwhile; then both are verified from their first byte, each against the checkpoints of the other.
    private static VerificationReport SameHistory(ILedgerStore old, ILedgerStore made, string source, string target)
    {
        StoreHead copied;
        do
            copied = LedgerCopy.Copy(old, made);
        while (old.Head().Size != copied.Size);
        var notes = old.Checkpoints.All().Select(c => c.Note).ToList();
        var before = LedgerVerifier.Verify(old, [.. made.Checkpoints.All().Select(c => c.Note)]);
        if (!before.Holds)
            throw new UsageProblem(Text.Of("MigrationFails", source, before.Findings[0].Sentence), Text.Of("MigrationFailsHint", source));
        var after = LedgerVerifier.Verify(made, notes);
        if (!after.Holds)
            throw new UsageProblem(Text.Of("MigrationFails", target, after.Findings[0].Sentence), Text.Of("MigrationFailsHint", source));
        if (before.Size != after.Size || before.Root != after.Root)
            throw new UsageProblem(Text.Of("HistoriesDiffer", before.Size, before.Root, after.Size, after.Root), Text.Of("HistoriesDifferHint"));
        return after;
    }

    private void Tell(ParseResult given, Terminal terminal, string target, ILedgerStore old, VerificationReport history)
    {
        var shown = LedgerAddress.WithoutSecrets(target);
        var checkpoints = old.Checkpoints.All().Count();
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("to", shown).Field("ledger", old.Federation.Text).Field("entries", history.Size).Field("root", history.Root.ToString());
            output.Field("checkpoints", checkpoints).Field("attachments", history.Attachments);
            return;
        }

        terminal.Page.Put(shown, Tone.Strong).Line(": " + Text.Of("Migrated", history.Size, history.Root));
        if (checkpoints > 0)
            terminal.Page.Line(Text.Of("MigratedCheckpoints", checkpoints));
    }
}
