namespace Foedus.Architecture.Tests;

/// <summary>A ruling is a function of the charter, the state and the act: no clock, no file, no terminal, no chance.</summary>
public class PurityTests
{
    private static readonly string[] ClockAndChance =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System", "System.Guid.NewGuid", "NodaTime.SystemClock.get_Instance",
    ];

    private static readonly string[] ForeignWorld =
    [
        "System.Random", "System.Console", "System.Security.Cryptography.RandomNumberGenerator",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Threading.Thread", "System.Threading.Timer",
    ];

    private static readonly string[] Files =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.StreamReader", "System.IO.StreamWriter", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket",
    ];

    public static TheoryData<string> Exact => [.. Layer.Exact];

    [Theory, MemberData(nameof(Exact))]
    public void The_libraries_have_no_clock_no_chance_and_no_terminal(string project)
    {
        var contents = AssemblyContents.Of(Layer.Of(project).Assembly);
        Rule.Holds("Dates and lots come in with the acts.", contents.Members.Intersect(ClockAndChance, StringComparer.Ordinal));
        Rule.Holds("Terminal, threads and chance belong to the hosts.", contents.Types.Intersect(ForeignWorld, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Foedus.Counting")]
    [InlineData("Foedus.Engine")]
    public void Counting_and_the_engine_open_no_file(string project)
    {
        var contents = AssemblyContents.Of(Layer.Of(project).Assembly);
        Rule.Holds("Files belong to the hosts.", contents.Types.Intersect(Files, StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Exact))]
    public void The_libraries_do_not_look_at_the_environment(string project)
    {
        // An iterator notes the thread that made it; that is the compiler's, and changes no result.
        var looked = AssemblyContents.Of(Layer.Of(project).Assembly).Members
            .Where(member => member.StartsWith("System.Environment.", StringComparison.Ordinal) && member != "System.Environment.get_CurrentManagedThreadId");
        Rule.Holds("The environment belongs to the hosts.", looked);
    }
}
