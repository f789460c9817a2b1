using Foedus.Charter.Text;

namespace Foedus.Secretariat.Tests;

/// <summary>Federations to open: those of the examples, and a small one in memory.</summary>
internal static class Given
{
    /// <summary>A charter without a mistake. The abstention is open.</summary>
    public const string Small = """
        foedus 1
        charter "Small"
        edition 1, in force 2024-01-01

        kind club
        measure members of club
        parties club North, South

        time
          zone "Europe/London"
          first day not counted
          last day as it falls

        art 1
          body Assembly
            seats 2 per club
            chosen by each club
            term 1 year
            vacancy left open
            session ordinary, every 1 year
              convened by Chair
              notice 7 days
          office Chair
            chosen by Assembly
            term 1 year
            vacancy filled by Assembly
          unit club
            speaks through Meeting of that club
          body Meeting of each club, by its own charter

        art 2
          deciding in Assembly
            needs more than half of votes cast
            abstention unspecified (not counted | counts against)
            quorum more than half of seats
            tie lost

        """;

    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Example(string name) => Path.Combine(Root, "examples", name);

    /// <summary>The texts of an example, as somebody holds them who has no files.</summary>
    public static SourceText[] Texts(string example) =>
        [.. Directory.GetFiles(Example(example)).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => SourceText.From(Path.GetFileName(f), File.ReadAllText(f)))];

    public static SourceText Charter(string content) => SourceText.From("small.charter", content);

    public static OpenedFederation Opened(OpeningOutcome outcome) =>
        outcome is OpeningOutcome.Failed failed ? throw new InvalidOperationException(string.Join('\n', failed.Problems)) : ((OpeningOutcome.Opened)outcome).Federation;

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Foedus.slnx")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no repository above"));
}
