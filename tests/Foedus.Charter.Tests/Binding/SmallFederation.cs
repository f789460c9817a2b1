using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Binding;

/// <summary>Reads small federations written in a test.</summary>
internal static class SmallFederation
{
    /// <summary>A head and kinds, measures and bodies that most tests need.</summary>
    public const string Head = """
        foedus 1
        charter "Test"
        edition 1, in force 2000-01-01
        time: zone "Europe/Vienna"; first day not counted
        kind state
        kind town in state
        measure inhabitants of state
        measure electors of town
        parties state Ashland, Birchland, Cedarland
        unsaid deciding in every body: needs more than half of votes cast; quorum none; abstention not counted

        """;

    /// <summary>A body that lacks nothing.</summary>
    public const string Council = """
        art 1 body Council: seats 2 per state; chosen by each state; term 4 years

        """;

    public static Federation Read(params (string Path, string Text)[] files) =>
        FederationReader.Read(files.Select(f => SourceText.From(f.Path, f.Text)));

    public static Federation Charter(string text) => Read(("test.charter", text));

    /// <summary>The head, the body Council, and more.</summary>
    public static Federation WithCouncil(string more, params (string Path, string Text)[] files) =>
        Read([("test.charter", Head + Council + more), .. files]);

    public static IEnumerable<string> Numbers(this Federation federation, string prefix = "FD") =>
        federation.Diagnostics.Select(d => d.Descriptor.Number).Where(n => n.StartsWith(prefix, StringComparison.Ordinal));

    public static Diagnostic The(this Federation federation, string number) => Assert.Single(federation.Diagnostics, d => d.Descriptor.Number == number);

    public static CharterEdition Edition(this Federation federation, int number = 1) => Assert.Single(federation.Editions, e => e.Number == number);

    public static Body Body(this Federation federation, string name, int edition = 1) =>
        Assert.Single(federation.Edition(edition).Bodies, b => b.Name == name);

    /// <summary>The folder of examples of this repository.</summary>
    public static string Example(string name)
    {
        var at = AppContext.BaseDirectory;
        while (at is not null && !Directory.Exists(Path.Combine(at, "examples"))) at = Path.GetDirectoryName(at);
        return Path.Combine(at!, "examples", name);
    }

    public static void NoErrors(Federation federation) =>
        Assert.DoesNotContain(federation.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
}
