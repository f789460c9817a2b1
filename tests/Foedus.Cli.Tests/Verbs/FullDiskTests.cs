using System.Diagnostics;
using Foedus.Cli.Tests.Hosting;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>
/// A disk that is really full: a small one in memory, which the kernel mounts for one child process alone (Linux, with unshare). Elsewhere a limit of pages
/// in SQLite stands for it (DiskTroubleTests).
/// </summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Script = """
        set -e
        mount -t tmpfs -o size=1500k none "$1"
        echo mounted
        cp "$2"/*.charter "$2"/*.csv "$2"/*.assumptions "$2"/*.journal "$1"
        cd "$1"
        dotnet "$3" import first-year.journal choirs.foedus --under A1
        head -c 10m /dev/zero > filler 2> /dev/null || true
        dotnet "$3" act choirs.foedus "2024-09-30 Board votes on Tour-Fund, for 6, against 3" && exit 9 || echo "exit $?"
        dotnet "$3" verify choirs.foedus
        dotnet "$3" backup choirs.foedus copy.foedus && exit 9 || echo "exit $?"
        test ! -e copy.foedus
        rm filler
        dotnet "$3" act choirs.foedus "2024-09-30 Board votes on Tour-Fund, for 6, against 3"
        dotnet "$3" verify choirs.foedus
        """;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void On_a_full_disk_nothing_is_recorded_in_part_and_with_room_again_all_goes_on()
    {
        var printed = Run();
        if (!printed.StartsWith("mounted", StringComparison.Ordinal))
        {
            // Nobody may mount a disk here: then nothing has been tried, and the limit of pages has to do.
            Assert.DoesNotContain("imported", printed, StringComparison.Ordinal);
            return;
        }

        Assert.Contains("help: make room on the disk and try again", printed, StringComparison.Ordinal);
        Assert.Contains("there is no room", printed, StringComparison.Ordinal);
        Assert.Equal(2, printed.Split("exit 2").Length - 1);
        Assert.Contains("all 22 entries hold", printed, StringComparison.Ordinal);
        Assert.Contains("Recorded as entry 22 of league-of-choirs.", printed, StringComparison.Ordinal);
        Assert.Contains("all 23 entries hold", printed, StringComparison.Ordinal);
    }

    private string Run()
    {
        var start = new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "sh", "-c", Script + "\n", "sh", _folder.Path, Given.Example("choirs"), Path.Combine(AppContext.BaseDirectory, "foedus.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            return process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
