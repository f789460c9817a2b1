using System.CommandLine;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Following;

namespace Foedus.Cli.Verbs;

/// <summary>Shows the entries of a ledger as they are appended.</summary>
internal sealed class FollowVerb : Hosting.Verb
{
    private readonly Argument<string> path = new("LEDGER");
    private readonly Option<long?> from = new("--from");
    private readonly Option<long?> to = new("--to");
    private readonly Option<bool> publicOnly = new("--public");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "follow";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        foreach (var option in (Option[])[from, to, publicOnly, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        if (given.GetValue(from) is < 0 || given.GetValue(to) is < 0)
            throw new UsageProblem(Text.Of("NoSuchPosition"), Text.Of("NoSuchPositionHint"));
        var file = LedgerFiles.At(given.GetValue(path));
        using var store = LedgerFiles.Open(file, readOnly: true);
        var next = given.GetValue(from) ?? store.Head().Size;
        var end = given.GetValue(to) ?? long.MaxValue;
        if (next >= end)
            return ExitCode.Fine;
        if (store.Head().Size is var size && next > size)
            terminal.Errors.Line(Text.Of("NotYetThere", store.Federation.Text, size, next));
        foreach (var stored in new LedgerFollower(store).Follow(next, CancellationToken.None))
        {
            var view = EntryView.Of(stored, given.GetValue(publicOnly));
            if (given.GetValue(json))
                EntryPage.Write(terminal.Results, Name, view);
            else
                EntryPage.Write(terminal.Page, view);
            // A reader that has gone away has had what it wanted.
            if (!terminal.Flush() || stored.Position + 1 >= end)
                break;
        }

        return ExitCode.Fine;
    });
}
