using System.CommandLine;
using System.Text;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Texts;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Reports;
using NodaTime;

namespace Foedus.Cli.Verbs;

/// <summary>Writes a ledger out: as a journal, as JSON Lines, as a table, or as tiles that a mirror can follow.</summary>
internal sealed class ExportVerb : Hosting.Verb
{
    private readonly Argument<string> path = new("LEDGER");
    private readonly Option<string> format = new("--format") { DefaultValueFactory = _ => "journal" };
    private readonly Option<string?> to = new("--to");
    private readonly Option<bool> publicOnly = new("--public");
    private readonly Option<string?> sign = Signing.Option();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "export";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        foreach (var option in (Option[])[format, to, publicOnly, sign, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var file = LedgerFiles.At(given.GetValue(path));
        var kind = given.GetValue(format)!;
        var target = given.GetValue(to);
        if (kind is not ("journal" or "jsonl" or "csv" or "tiles"))
            throw new UsageProblem(Text.Of("BadFormat", kind), Text.Of("BadFormatHint"));
        if (given.GetValue(json) && target is null)
            throw new UsageProblem(Text.Of("ExportJsonNowhere"), Text.Of("ExportJsonNowhereHint"));
        if (kind == "tiles")
            return Tiles(given, terminal, file, target ?? throw new UsageProblem(Text.Of("TilesNowhere"), Text.Of("TilesNowhereHint")));
        using var store = LedgerFiles.Open(file, readOnly: true);
        if (target is null)
        {
            Write(store, kind, given.GetValue(publicOnly), terminal.Results);
            return ExitCode.Fine;
        }

        if (File.Exists(target))
            throw new UsageProblem(Text.Of("ThereAlready", target), Text.Of("ThereAlreadyHint"));
        using (var output = new FileStream(target, FileMode.CreateNew))
            Write(store, kind, given.GetValue(publicOnly), output);
        Tell(given, terminal, target, kind, 1, store.Head().Size);
        return ExitCode.Fine;
    });

    private static void Write(ILedgerStore store, string kind, bool publicOnly, Stream output)
    {
        if (kind == "jsonl")
        {
            JsonLinesExport.Write(store, publicOnly, output);
            return;
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        if (kind == "csv")
            CsvExport.Write(store, publicOnly, writer);
        else
            JournalExport.Write(store, publicOnly, writer);
    }

    private ExitCode Tiles(ParseResult given, Terminal terminal, string file, string folder)
    {
        var key = given.GetValue(sign) is { } signer ? Signing.Key(signer) : null;
        using var log = new ActLog(LedgerFiles.Open(file, readOnly: key is null), SystemClock.Instance);
        string note;
        long size;
        if (key is not null)
        {
            var signed = Signing.Sign(log, key);
            (note, size) = (signed.Note, signed.Checkpoint.Size);
        }
        else
        {
            var latest = log.Store.Checkpoints.Latest() ?? throw new UsageProblem(Text.Of("NoCheckpoint", file), Text.Of("NoCheckpointHint"));
            (note, size) = (latest.Note, latest.Size);
        }

        var files = TileExport.Write(log, note, size, folder);
        Tell(given, terminal, folder, "tiles", files, size);
        return ExitCode.Fine;
    }

    private void Tell(ParseResult given, Terminal terminal, string target, string kind, int files, long entries)
    {
        if (!given.GetValue(json))
        {
            terminal.Page.Line(Text.Of(kind == "tiles" ? "TilesWritten" : "ExportWritten", target, entries, files));
            return;
        }

        using var output = new Json(terminal.Results, Name);
        output.Field("to", target).Field("format", kind).Field("files", files).Field("entries", (int)entries);
    }
}
