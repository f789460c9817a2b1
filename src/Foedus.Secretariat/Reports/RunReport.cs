using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Replaying;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>What was done, act by act with its ruling, and how things then stand.</summary>
public sealed record RunReport : Report
{
    /// <param name="history">What was done.</param>
    /// <param name="known">So many acts count.</param>
    /// <param name="day">How things stand on this day; null: on that of the last act that counts.</param>
    /// <param name="edition">By which edition that is answered; null: that in force.</param>
    internal RunReport(History history, int known, Day? day, int? edition)
        : base("run")
    {
        History = history;
        Acts = [.. history.Acts.Take(known)];
        Problems = FederationProblems.Of(history.Input);
        Stand = new HowThingsStand(history, day ?? (Acts.Count > 0 ? Acts.Max(a => a.Act.Done) : history.LastDay), known, edition);
        RuledOtherwise = [.. Acts.SelectMany(a => RulingComparison.Compare([a.Entry], [a.Ruling]))];
        Turns = TurnsOf(Acts, Stand);
    }

    internal History History { get; }

    internal FederationProblems Problems { get; }

    /// <summary>The title of the federation.</summary>
    public string Title => History.Input.Title;

    /// <summary>How many errors its texts have.</summary>
    public int Errors => Problems.Errors;

    /// <summary>Why not all of the federation's assumptions are used; null if they are, or if somebody chose.</summary>
    public string? AssumptionNote => History.Assumptions.Note;

    /// <summary>The acts in order, each with its ruling.</summary>
    public IReadOnlyList<RuledAct> Acts { get; }

    /// <summary>How many of them happened, and are not merely rehearsed.</summary>
    public int Done => Acts.Count(a => !a.Journal.IsRehearsal);

    /// <summary>How many were ruled on in each way, in the order of the verdicts.</summary>
    public IReadOnlyList<(Verdict Verdict, int Acts)> Verdicts => [.. Acts.GroupBy(a => a.Judgment.Verdict).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    /// <summary>The acts whose ruling differs from the one recorded at the time.</summary>
    public IReadOnlyList<Diagnostic> RuledOtherwise { get; }

    /// <summary>How things stand.</summary>
    public HowThingsStand Stand { get; }

    /// <summary>The silences on which something turns, those that most results turn on first.</summary>
    public IReadOnlyList<(Silence Silence, int Results)> Turns { get; }

    /// <summary>The assumptions that were used.</summary>
    public IEnumerable<Assumption> Used => Acts.SelectMany(a => a.Judgment.Assuming).Concat(Stand.Used);

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        var printer = new ActPrinter(History.Books.Roll);
        output.Field("federation", History.Input.Federation.Title).Field("path", History.Input.Path).Field("errors", Errors);
        output.List("acts", Acts, act =>
        {
            RunJson.Act(output, printer, act);
            RunJson.Judgment(output, act.Judgment);
        });
        output.Diagnostics("ruledOtherwise", RuledOtherwise);
        output.Object("standing", () => RunJson.Standing(output, Stand));
        output.List("assumptions", Used.DistinctBy(a => (a.Name, a.Silence.Id)), a => RunJson.Assumption(output, a));
    }

    private static IReadOnlyList<(Silence Silence, int Results)> TurnsOf(IEnumerable<RuledAct> acts, HowThingsStand stand)
    {
        var counts = new Dictionary<int, (Silence Silence, int Results)>();
        var met = acts.SelectMany(a => a.Judgment.Turns.Concat(a.Judgment.Needs.Select(n => n.Silence).OfType<Silence>()).Distinct());
        foreach (var silence in met.Concat(stand.Turns))
            counts[silence.Id] = (silence, counts.TryGetValue(silence.Id, out var before) ? before.Results + 1 : 1);
        return [.. counts.Values.OrderByDescending(c => c.Results).ThenBy(c => c.Silence.Id)];
    }
}
