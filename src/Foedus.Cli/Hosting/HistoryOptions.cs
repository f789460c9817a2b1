using System.CommandLine;
using Foedus.Cli.Federations;
using Foedus.Engine.Kernel;
using Foedus.Secretariat.Opening;

namespace Foedus.Cli.Hosting;

/// <summary>The options of the verbs that look at what was done: as at which day, by which edition, under whose assumptions, with the rehearsal or not.</summary>
internal sealed class HistoryOptions
{
    public Option<string?> At { get; } = Options.At();

    public Option<int?> Edition { get; } = Options.Edition();

    public Option<bool> Rehearse { get; } = new("--rehearse");

    public Option<bool> NoAssumptions { get; } = Options.NoAssumptions();

    public Option<string[]> Assuming { get; } = Options.Assuming();

    public void Declare(Command command)
    {
        foreach (var option in (Option[])[At, Edition, Rehearse, NoAssumptions, Assuming])
            command.Options.Add(option);
    }

    /// <summary>Reads the federation and replays its journals, or opens its ledger.</summary>
    /// <exception cref="UsageProblem">It cannot be read, or an option does not fit it.</exception>
    public History Read(ParseResult given, string? path)
    {
        Options.DayOf(given, At);
        return History.Of(FederationFiles.Read(path), i => AssumptionChoice.Of(i, given.GetValue(NoAssumptions), given.GetValue(Assuming)), given.GetValue(Rehearse), given.GetValue(Edition));
    }

    /// <summary>The day that was asked for; else that of the last act.</summary>
    public Day Day(ParseResult given, History history) => Options.DayOf(given, At) ?? history.LastDay;
}
