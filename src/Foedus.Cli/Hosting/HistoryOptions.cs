using System.CommandLine;
using Foedus.Cli.Federations;
using Foedus.Cli.Ledgers;
using Foedus.Engine.Kernel;

namespace Foedus.Cli.Hosting;

/// <summary>The options of the verbs that look at what was done: as at which day, by which edition, under whose assumptions, with the rehearsal or not.</summary>
internal sealed class HistoryOptions
{
    public Option<string?> At { get; } = Options.At();

    public Option<int?> Edition { get; } = Options.Edition();

    public Option<bool> Rehearse { get; } = new("--rehearse");

    public Option<bool> NoAssumptions { get; } = AssumptionChoice.NoneOption();

    public Option<string[]> Assuming { get; } = AssumptionChoice.NamesOption();

    public void Declare(Command command)
    {
        foreach (var option in (Option[])[At, Edition, Rehearse, NoAssumptions, Assuming])
            command.Options.Add(option);
    }

    /// <summary>Reads the federation and replays its journals, or opens its ledger.</summary>
    /// <param name="given">The options.</param>
    /// <param name="path">The folder or file.</param>
    /// <param name="whole">Whether every act will be looked at; otherwise a ledger is opened from the snapshot that it keeps, if it can be.</param>
    /// <exception cref="UsageProblem">It cannot be read, or an option does not fit it.</exception>
    public History Read(ParseResult given, string? path, bool whole = true)
    {
        Options.DayOf(given, At);
        whole |= given.GetValue(Rehearse) || given.GetValue(Edition) is not null;
        var input = FederationFiles.Read(path, acts: whole);
        if (whole || input.Ledger is not { } ledger)
            return History.Of(input, Assumptions(given, input), given.GetValue(Rehearse), given.GetValue(Edition));
        History.Ruled(input);
        var opened = LedgerFiles.Read(ledger, store => LedgerState.Open(store, ledger, input, store.Head().Size));
        return History.Of(opened, Assumptions(given, opened.Input));
    }

    private AssumptionChoice Assumptions(ParseResult given, FederationInput input) =>
        AssumptionChoice.Of(input, given.GetValue(NoAssumptions), given.GetValue(Assuming));

    /// <summary>The day that was asked for; else that of the last act.</summary>
    public Day Day(ParseResult given, History history) => Options.DayOf(given, At) ?? history.LastDay;
}
