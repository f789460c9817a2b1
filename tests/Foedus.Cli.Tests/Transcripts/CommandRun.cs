using System.Diagnostics;

namespace Foedus.Cli.Tests.Transcripts;

/// <summary>The command as a user starts it: a process of its own, in the root of the repository.</summary>
internal static class CommandRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The folder that holds Foedus.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Runs the command and gives the lines that it printed: those of standard output, then those of standard error.</summary>
    public static async Task<IReadOnlyList<string>> Lines(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "foedus.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NO_COLOR"] = "1";
        start.Environment["COLUMNS"] = "120";

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return [$"(still running after {Patience})"];
        }

        return [.. Split(await output), .. Split(await error)];
    }

    private static string[] Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n');
        return lines.Length == 0 ? [] : [.. lines.Split('\n').Select(line => line.TrimEnd())];
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Foedus.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("No Foedus.slnx above " + AppContext.BaseDirectory);
    }
}
