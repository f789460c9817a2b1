using System.Collections.Immutable;
using System.Globalization;
using Foedus.Engine.Acts;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>What became of acts that somebody asked to have recorded.</summary>
public sealed record RecordingReport : Report
{
    internal RecordingReport(History? history, ImmutableArray<RuledAct> acts, ImmutableArray<long> positions)
        : base("act") => (History, Acts, Positions) = (history, acts, positions);

    internal History? History { get; }

    /// <summary>The acts with their rulings; empty where they were recorded before.</summary>
    public ImmutableArray<RuledAct> Acts { get; }

    /// <summary>Where each stands in the ledger; empty where nothing was recorded.</summary>
    public ImmutableArray<long> Positions { get; }

    /// <summary>Whether they were recorded before, under the same mark.</summary>
    public bool Repeated { get; init; }

    /// <summary>The checkpoint that was signed; null if none was.</summary>
    public string? Checkpoint { get; init; }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        output.Field("recorded", Positions.Length > 0).Field("repeated", Repeated);
        var printer = History is null ? null : new ActPrinter(History.Books.Roll);
        output.List("acts", printer is null ? [] : Acts, act =>
        {
            RunJson.Act(output, printer!, act);
            RunJson.Judgment(output, act.Judgment);
        });
        output.Field("positions", Positions.Select(p => p.ToString(CultureInfo.InvariantCulture))).Field("checkpoint", Checkpoint);
    }
}
