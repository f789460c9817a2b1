using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Stages and ends to which no way leads.</summary>
internal sealed class ReachabilityCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var procedure in edition.Edition.Procedures.Where(p => p.Stages.Count > 0))
        {
            var graph = new StageGraph(procedure);
            if (!graph.IsKnown) continue;
            var starts = procedure.Opened.SelectMany(o => o.Fillers).Select(o => o.At).OfType<Stage>().ToList();
            if (starts.Count == 0 || procedure.Opened.Exists(o => o.Fillers.IsEmpty || o.Fillers.Any(f => f.At is null))) starts.Add(procedure.Stages[0]);
            var reached = graph.From(starts);
            foreach (var stage in procedure.Stages.Where(s => !reached.Contains(s)))
                problems.Add(Diagnostic.At(stage.By.Clause.Location, CheckDiagnostics.UnreachableStage, stage.Name, procedure.Name));
            var ends = reached.SelectMany(graph.Out).Select(w => w.ToEnd).OfType<End>().ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var end in procedure.Ends.Where(e => !ends.Contains(e)))
                problems.Add(Diagnostic.At(end.By.Clause.Location, CheckDiagnostics.UnreachableEnd, end.Name, procedure.Name));
        }
    }
}
