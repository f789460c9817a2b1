using System.Collections.Immutable;
using Foedus.Charter.Text;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>What one variant of a witness consists of, before it is written as files.</summary>
internal sealed class WitnessText(List<Outline> charter)
{
    private const string Head = "foedus 1\n";

    /// <summary>The charter.</summary>
    public List<Outline> Charter { get; } = charter;

    /// <summary>The lines of the case.</summary>
    public List<Outline> Case { get; init; } = [];

    /// <summary>Assumptions.</summary>
    public List<Outline> Assumptions { get; init; } = [];

    /// <summary>The acts of the journal.</summary>
    public List<Outline> Journal { get; init; } = [];

    /// <summary>Other files.</summary>
    public List<SourceText> Others { get; init; } = [];

    /// <summary>What the charter is called, in quotation marks.</summary>
    public string Title => Charter.First(l => l.Text.StartsWith("charter ", StringComparison.Ordinal)).Text[8..];

    /// <summary>The same with another charter or another case.</summary>
    public WitnessText With(List<Outline>? charter = null, List<Outline>? cases = null) => new(charter ?? Charter)
    {
        Case = cases ?? Case,
        Assumptions = Assumptions,
        Journal = Journal,
        Others = Others,
    };

    /// <summary>The files.</summary>
    public ImmutableArray<SourceText> Files()
    {
        var files = Others.ToImmutableArray().ToBuilder();
        files.Add(SourceText.From("w.charter", Outline.Write(Charter)));
        if (Case.Count > 0)
            files.Add(SourceText.From("w.cases", $"{Head}cases \"W\" of {Title}\n{Outline.Write([new Outline("case \"W\"", Case)])}"));
        if (Assumptions.Count > 0)
            files.Add(SourceText.From("w.assumptions", $"{Head}assumptions \"W\" of {Title}\n{Outline.Write(Assumptions)}"));
        if (Journal.Count > 0)
            files.Add(SourceText.From("w.journal", $"{Head}journal \"W\" of {Title}\n{Outline.Write(Journal)}"));
        return files.ToImmutable();
    }
}
