using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Ledger.Verifying;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>Writes what verification found.</summary>
internal static class VerificationPage
{
    public static void Write(Page page, string ledger, VerificationReport report, StateCheck state)
    {
        page.Put(ledger, Tone.Strong).Put(": ").Line(Text.Of(report.Holds ? "LedgerHolds" : "LedgerFails", report.Size), report.Holds ? Tone.Good : Tone.Bad);
        foreach (var finding in report.Findings)
            page.Put("  ").Put(Text.Of("Fault." + finding.Fault), Tone.Bad).Line(": " + finding.Sentence);
        page.Line();
        if (!report.Holds)
            page.Line(report.Holding == 0 ? Text.Of("NothingHolds") : Text.Of("HoldsBefore", report.Holding, report.Holding - 1));
        page.Line(Text.Of("RootLine", report.Holding, report.Root));
        page.Line(report.Signed == 0 ? Text.Of("NoSignedCheckpoint") : Text.Of("SignedLine", report.Checkpoints, report.Signed));
        if (report.Sealed > 0)
            page.Line(Text.Of("SealedLine", report.Sealed, report.Withheld));
        if (report.Attachments > 0 || !report.Absent.IsEmpty)
            page.Line(Text.Of("AttachmentLine", report.Attachments, report.Absent.Length));
        if (report.Withheld > 0 || !report.Absent.IsEmpty)
            page.Line(Text.Of("ErasedLine", report.Erased, report.Withheld + report.Absent.Length - report.Erased));
        if (state.Finding is not (StateFinding.None or StateFinding.Differs))
            page.Line(Text.Of("State." + state.Finding, state.Size));
        foreach (var (position, key) in report.Keys.Keys)
            page.Line(Text.Of("KeyLine", position, key));
    }

    public static void Write(Stream results, string ledger, VerificationReport report, StateCheck state)
    {
        using var output = new Json(results, "verify");
        output.Field("ledger", ledger).Field("holds", report.Holds).Field("entries", (int)report.Size).Field("holding", (int)report.Holding).Field("root", report.Root.ToString());
        output.List("findings", report.Findings, f => output.Field("fault", f.Fault.ToString()).Field("position", (int?)f.Position).Field("sentence", f.Sentence));
        output.Field("checkpoints", report.Checkpoints).Field("signed", (int)report.Signed).Field("sealed", (int)report.Sealed).Field("withheld", (int)report.Withheld);
        output.Field("attachments", report.Attachments).Field("absent", report.Absent.Select(d => d.ToString())).Field("erased", report.Erased).Field("keys", report.Keys.Keys.Select(k => k.Key.ToString()));
        output.Object("state", () => output.Field("finding", state.Finding.ToString()).Field("entries", (int)state.Size));
    }
}
