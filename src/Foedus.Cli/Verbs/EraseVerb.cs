using System.CommandLine;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Texts;
using Foedus.Ledger;
using Foedus.Ledger.Records;
using Foedus.Secretariat.Reports;
using NodaTime;

namespace Foedus.Cli.Verbs;

/// <summary>Erases what a law has erased, and records that it was.</summary>
internal sealed class EraseVerb : Hosting.Verb
{
    private readonly Argument<string> path = new("LEDGER");
    private readonly Argument<string> what = new("WHAT");
    private readonly Option<string?> because = new("--because");
    private readonly Option<string?> sign = Signing.Option();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "erase";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Arguments.Add(what);
        foreach (var option in (Option[])[because, sign, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var reason = given.GetValue(because) ?? throw new UsageProblem(Text.Of("EraseWithoutReason"), Text.Of("EraseWithoutReasonHint"));
        var key = given.GetValue(sign) is { } signer ? Signing.Key(signer) : null;
        var erasure = new Erasure(Sort(given.GetValue(what)!), given.GetValue(what)!, reason);
        using var log = new ActLog(LedgerFiles.Open(LedgerFiles.At(given.GetValue(path)), readOnly: false), SystemClock.Instance);
        var position = log.Erase(erasure, SystemClock.Instance.GetCurrentInstant().InUtc().Date) switch
        {
            RecordOutcome.Recorded recorded => recorded.Acts[0].Position,
            RecordOutcome.Unfit unfit => throw new UsageProblem(Text.Of("CannotBeRecorded", unfit.Reason)),
            null => throw new UsageProblem(Text.Of("NothingToErase", erasure.What), Text.Of("NothingToEraseHint")),
            _ => throw new UsageProblem(Text.Of("KeyNotNamed"), Text.Of("ConflictHint")),
        };
        var checkpoint = key is null ? null : Signing.Sign(log, key).Note;
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("thing", Word(erasure.Thing)).Field("what", erasure.What).Field("position", (int)position).Field("checkpoint", checkpoint);
        }
        else
        {
            terminal.Page.Line(Text.Of("Erased", Text.Of("Gone." + erasure.Thing), erasure.What, position));
        }

        return ExitCode.Fine;
    });

    private static ErasedThing Sort(string what) =>
        what.All(char.IsAsciiDigit) ? ErasedThing.Entry : Digest.TryParse(what, out _) ? ErasedThing.Attachment : ErasedThing.Person;

    private static string Word(ErasedThing thing) => thing switch { ErasedThing.Entry => "entry", ErasedThing.Attachment => "attachment", _ => "person" };
}
