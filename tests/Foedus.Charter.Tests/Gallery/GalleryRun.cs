using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Tests.Reference;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Gallery;

/// <summary>Runs the examples of a page through the program.</summary>
/// <param name="Catalogue">The kinds of message that are shown this way.</param>
/// <param name="Check">What the program says of some files.</param>
internal sealed record GalleryRun(ImmutableArray<DiagnosticDescriptor> Catalogue, Func<IReadOnlyList<SourceText>, IEnumerable<Diagnostic>> Check)
{
    public void BadExample(string number)
    {
        var kind = Catalogue.Single(d => d.Number == number);
        var page = GalleryPage.Read(number);
        Assert.True(page.Bad.Count > 0 && page.Output is not null, $"{number}: the page has no bad example with its output");
        var found = Check(page.Bad).ToList();
        var strange = found.Where(d => d.Severity == DiagnosticSeverity.Error && d.Descriptor.Number != number && !page.Along.Contains(d.Descriptor.Number)).ToList();
        Assert.True(strange.Count == 0, $"{number}: the bad example has other errors:\n{DiagnosticRenderer.Text(strange.Take(5))}");
        var output = DiagnosticRenderer.Text(found.Where(d => d.Descriptor.Number == number));
        Assert.True(output.Length > 0, $"{number}: the bad example does not bring up the message; it has:\n{DiagnosticRenderer.Text(found.Take(5))}");
        Kept.Same(Path.GetRelativePath(Kept.Root, page.Path), page.Corrected(kind, output));
    }

    public void GoodExample(string number)
    {
        var page = GalleryPage.Read(number);
        Assert.True(page.Good.Count > 0, $"{number}: the page has no good example");
        var found = Check(page.Good).Where(d => d.Severity == DiagnosticSeverity.Error || d.Descriptor.Number == number).ToList();
        Assert.True(found.Count == 0, $"{number}: the good example has messages:\n{DiagnosticRenderer.Text(found)}");
    }

    /// <summary>What a page must have that no program can write.</summary>
    public static void Prose(string number)
    {
        var page = GalleryPage.Read(number);
        foreach (var heading in new[] { "## What it means", "## Why it matters", "## An example", "## Put right" })
        {
            var at = page.Lines.ToList().IndexOf(heading);
            Assert.True(at > 0 && at + 2 < page.Lines.Count && page.Lines[at + 2].Length > 0, $"{number}: `{heading}` is missing or empty");
        }
    }
}
