namespace Foedus.Architecture.Tests;

/// <summary>A project under src, and what it may lean on. A new project is a new row.</summary>
internal sealed record Layer(string Project, string[] Projects, string[] Packages)
{
    public static IReadOnlyList<Layer> All { get; } =
    [
        new("Foedus.Counting", [], []),
        new("Foedus.Charter", ["Foedus.Counting"], ["CsvHelper", "NodaTime"]),
        new("Foedus.Engine", ["Foedus.Charter", "Foedus.Counting"], ["NodaTime"]),
        new("Foedus.Ledger", [], ["NodaTime", "Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core", "SQLitePCLRaw.batteries_v2"]),
        new("Foedus.Ledger.Postgres", ["Foedus.Ledger"], ["NodaTime", "Npgsql"]),
        new("Foedus.Secretariat", ["Foedus.Ledger", "Foedus.Engine", "Foedus.Charter", "Foedus.Counting"], ["NodaTime"]),
        new("Foedus.Cli", ["Foedus.Secretariat", "Foedus.Ledger.Postgres", "Foedus.Ledger", "Foedus.Engine", "Foedus.Charter", "Foedus.Counting"], ["Spectre.Console", "System.CommandLine", "NodaTime"]),
    ];

    /// <summary>The projects that compute rulings: exact, and without a clock, a terminal or chance.</summary>
    public static IReadOnlyList<string> Exact { get; } = ["Foedus.Counting", "Foedus.Charter", "Foedus.Engine"];

    public string ProjectFile => $"src/{Project}/{Project}.csproj";

    /// <summary>The assembly as built beside the tests.</summary>
    public string Assembly => Path.Combine(AppContext.BaseDirectory, (Project == "Foedus.Cli" ? "foedus" : Project) + ".dll");

    public static Layer Of(string project) => All.Single(layer => layer.Project == project);

    public override string ToString() => Project;
}
