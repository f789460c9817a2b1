namespace Foedus.Cli.Tests.Hosting;

/// <summary>A folder of its own for one test, removed after it.</summary>
internal sealed class Folder : IDisposable
{
    /// <summary>A charter without a mistake.</summary>
    public const string SmallCharter = """
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

    public Folder() => Path = Directory.CreateTempSubdirectory("foedus-").FullName;

    public string Path { get; }

    /// <summary>Writes a file and gives its path.</summary>
    public string With(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
