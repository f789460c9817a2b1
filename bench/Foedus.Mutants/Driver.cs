using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Foedus.Mutants;

/// <summary>Has each mutant run past the tests that reach it, the quickest first, and starts a new process for the rest where one hangs or falls.</summary>
internal sealed class Driver(string built, IReadOnlyList<Mutant> mutants, TextWriter output)
{
    private const int MostSeconds = 60;
    private const string Fell = "the process";

    private readonly StringBuilder _errors = new();
    private readonly List<(string Name, long Time, HashSet<int> Reaches)> _tests = [];

    /// <summary>Which test notices each mutant; "" if none does, null if none even reaches it.</summary>
    public Dictionary<int, string?> Run()
    {
        Cover();
        var killers = new Dictionary<int, string?>();
        var left = new Queue<(Mutant Mutant, string Line)>();
        foreach (var mutant in mutants)
        {
            var tests = Enumerable.Range(0, _tests.Count).Where(t => _tests[t].Reaches.Contains(mutant.Id)).OrderBy(t => _tests[t].Time).ToList();
            if (tests.Count == 0)
                killers[mutant.Id] = null;
            else
                left.Enqueue((mutant, string.Create(CultureInfo.InvariantCulture, $"{mutant.Id}\t{string.Join(' ', tests)}")));
        }

        while (left.Count > 0)
        {
            Some(left, killers);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{left.Count:N0} are left"));
        }

        return killers;
    }

    private void Cover()
    {
        using var process = Start("cover");
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var name, var passes, var time, var ids])
                continue;
            if (passes != "passes")
                output.WriteLine($"fails with no mutant on, and is left out: {name}");
            _tests.Add((name, long.Parse(time, CultureInfo.InvariantCulture), passes != "passes" ? [] : [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(i => int.Parse(i, CultureInfo.InvariantCulture))]));
        }

        process.WaitForExit();
        if (process.ExitCode != 0 || _tests.Count == 0)
            throw new InvalidOperationException("The tests do not run with no mutant on:\n" + _errors);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_tests.Count} tests, {_tests.Sum(t => t.Time) / 1000.0:N1} s of them all"));
    }

    /// <summary>Goes on in one process until it falls or one mutant takes too long.</summary>
    private void Some(Queue<(Mutant Mutant, string Line)> left, Dictionary<int, string?> killers)
    {
        using var process = Start("work");
        while (left.TryDequeue(out var next))
        {
            process.StandardInput.WriteLine(next.Line);
            process.StandardInput.Flush();
            var answer = Answer(process, next.Mutant.Id);
            killers[next.Mutant.Id] = answer ?? Fell;
            if (answer == "")
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"survives, {left.Count:N0} left: {next.Mutant}"));
            output.Flush();
            if (answer is not null)
                continue;
            process.Kill(entireProcessTree: true);
            return;
        }

        process.StandardInput.Close();
        process.WaitForExit();
    }

    /// <summary>What the process says of a mutant; null if it falls or says nothing in time.</summary>
    private static string? Answer(Process process, int id)
    {
        var begun = Stopwatch.StartNew();
        while (begun.Elapsed.TotalSeconds < MostSeconds)
        {
            var read = Task.Run(process.StandardOutput.ReadLine);
            if (!read.Wait(TimeSpan.FromSeconds(MostSeconds)) || read.Result is not { } line)
                return null;
            if (line.Split('\t') is [var number, var killer] && number == id.ToString(CultureInfo.InvariantCulture))
                return killer;
        }

        return null;
    }

    private Process Start(string what)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = built };
        foreach (var word in (string[])["exec", "--runtimeconfig", Path.Combine(built, "Foedus.Cli.Tests.runtimeconfig.json"), "--additionalprobingpath", built, typeof(Driver).Assembly.Location, what, built])
            start.ArgumentList.Add(word);
        if (!start.Environment.ContainsKey("FOEDUS_TRIALS"))
            start.Environment["FOEDUS_TRIALS"] = "300";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, said) => _errors.AppendLine(said.Data);
        process.BeginErrorReadLine();
        return process;
    }
}
