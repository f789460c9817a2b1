using System.Text;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;
using Foedus.Engine.Cases;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>A federation and one life of it, with what the second judge says of every step.</summary>
/// <param name="Charter">The text of the charter.</param>
/// <param name="Steps">Lines of a case: `given`, `on` and `expect`.</param>
internal sealed record Trial(string Charter, IReadOnlyList<string> Steps)
{
    /// <summary>The register of units, a table; empty where the charter names all its units.</summary>
    public string Units { get; init; } = "";

    /// <summary>The case as a file of cases would hold it.</summary>
    public string Cases => "foedus 1\ncases \"Second judge\" of \"Trial\"\n\ncase \"life\"\n" + string.Concat(Steps.Select(s => "  " + s + "\n"));

    public string Acts => string.Join('\n', Steps);

    /// <summary>Both files, as they can be pasted into a folder and tried with the command.</summary>
    public override string ToString() => "--- x.charter\n" + Charter + (Units.Length > 0 ? "--- units.csv\n" + Units : "") + "--- x.cases\n" + Cases;

    /// <summary>What the engine says otherwise; null where both judges agree. A charter that does not bind is a fault of the generator.</summary>
    public string? Disagreement()
    {
        SourceText[] files = [SourceText.From("x.charter", Charter), SourceText.From("x.cases", Cases)];
        var federation = FederationReader.Read(Units.Length == 0 ? files : [.. files, SourceText.From("units.csv", Units)]);
        var wrong = federation.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var said = new StringBuilder();
        foreach (var error in wrong)
            said.AppendLine("does not bind: " + DiagnosticRenderer.Text(error));
        if (wrong.Count > 0)
            return said.ToString();
        try
        {
            foreach (var result in CaseRunner.Run(federation).Where(r => !r.Passed))
            {
                foreach (var diagnostic in result.Diagnostics)
                    said.AppendLine(DiagnosticRenderer.Text(diagnostic));
            }
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return thrown.ToString();
        }

        return said.Length == 0 ? null : said.ToString();
    }
}
