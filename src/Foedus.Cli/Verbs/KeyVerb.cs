using System.CommandLine;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Texts;
using Foedus.Ledger;
using Foedus.Ledger.Signing;
using Foedus.Secretariat.Reports;
using NodaTime;

namespace Foedus.Cli.Verbs;

/// <summary>Makes a key that signs a ledger's checkpoints, and hands over from one key to the next.</summary>
internal sealed class KeyVerb : Hosting.Verb
{
    private readonly Argument<string> path = new("LEDGER");
    private readonly Argument<string> file = new("FILE");
    private readonly Option<string?> sign = Signing.Option();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "key";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Arguments.Add(file);
        command.Options.Add(sign);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        using var log = new ActLog(LedgerFiles.Open(LedgerFiles.At(given.GetValue(path)), readOnly: false), SystemClock.Instance);
        var target = given.GetValue(file)!;
        if (File.Exists(target))
            throw new UsageProblem(Text.Of("ThereAlready", target), Text.Of("ThereAlreadyHint"));
        var present = Signing.KeysOf(log).Current;
        var old = given.GetValue(sign) is { } signer ? Signing.Key(signer) : null;
        if (present is not null && old?.Verifier != present)
            throw new UsageProblem(Text.Of("HandOverUnsigned", present), Text.Of("HandOverUnsignedHint"));
        var key = SigningKey.Create(log.Federation.Text);
        SigningKeyFile.Write(target, key);
        Signing.Name(log, key.Verifier, old ?? key);
        var signed = Signing.Sign(log, key);
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("file", target).Field("key", key.Verifier.ToString()).Field("before", present?.ToString()).Field("checkpoint", signed.Note);
        }
        else
        {
            terminal.Page.Line(Text.Of("KeyMade", target));
            terminal.Page.Line(Text.Of(present is null ? "KeyNamed" : "KeyHandedOver", key.Verifier));
        }

        return ExitCode.Fine;
    });
}
