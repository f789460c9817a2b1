using Foedus.Charter.Diagnostics;
using Foedus.Engine.Acts;
using Foedus.Engine.Rules;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Reports;

namespace Foedus.Secretariat.Opening;

/// <summary>Everything that is wrong with a federation's files, journals and cases included, sorted by file and place.</summary>
public sealed record FederationProblems : Report
{
    private FederationProblems(FederationInput input, IReadOnlyList<Diagnostic> all)
        : base("check")
    {
        Input = input;
        All = all;
        Errors = all.Count(d => d.Severity == DiagnosticSeverity.Error);
        Warnings = all.Count(d => d.Severity == DiagnosticSeverity.Warning);
        Notes = all.Count - Errors - Warnings;
    }

    internal FederationInput Input { get; }

    public IReadOnlyList<Diagnostic> All { get; }

    /// <summary>How many places the charter leaves open.</summary>
    public int Open => Input.Federation.Silences.Length;

    /// <summary>Of how many of these the drafter did not write that they are open.</summary>
    public int Unsaid => Input.Federation.Silences.Count(s => !s.Acknowledged);

    public int Errors { get; }

    public int Warnings { get; }

    public int Notes { get; }

    /// <summary>Finds them.</summary>
    internal static FederationProblems Of(FederationInput input)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(input.Federation.Diagnostics);
        if (!input.Federation.Editions.IsEmpty)
            bag.AddRange(JournalsOf(input));
        return new FederationProblems(input, [.. bag.ToSorted().Where(input.Concerns)]);
    }

    private static DiagnosticBag LedgerOf(ActReader reader, FederationInput input, string ledger)
    {
        var bag = new DiagnosticBag();
        foreach (var clause in LedgerActs.Read(input.Places, ledger, bag.Add))
            bag.AddRange(reader.Read([clause]).Diagnostics);
        return bag;
    }

    private static IEnumerable<Diagnostic> JournalsOf(FederationInput input)
    {
        var reader = new ActReader(new Rulebooks(input.Federation));
        foreach (var journal in input.Federation.Journals.Where(j => !j.IsRehearsal && j.Path != input.Ledger))
        {
            foreach (var diagnostic in reader.Read(journal).Diagnostics)
                yield return diagnostic;
        }

        if (input.Ledger is { } ledger)
        {
            foreach (var diagnostic in LedgerOf(reader, input, ledger).ToSorted())
                yield return diagnostic;
        }

        foreach (var rehearsal in input.Federation.Journals.Where(j => j.IsRehearsal))
        {
            foreach (var diagnostic in reader.Branch().Read(rehearsal).Diagnostics)
                yield return diagnostic;
        }
    }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        output.Field("federation", Input.Federation.Title).Field("path", Input.Path);
        output.Field("errors", Errors).Field("warnings", Warnings).Field("notes", Notes);
        output.Diagnostics("diagnostics", All);
        output.Object("silences", () => output.Field("open", Open).Field("unacknowledged", Unsaid));
    }
}
