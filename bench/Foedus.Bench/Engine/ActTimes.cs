using System.Diagnostics;
using System.Globalization;
using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Rules;

namespace Foedus.Bench.Engine;

/// <summary>
/// Times the way from the words of an act to the act: each act of a journal, with its remarks, is parsed as a text of its own and read. Exit
/// code 1 if an act of the journals together takes longer than it may.
/// </summary>
public static class ActTimes
{
    /// <summary>What parsing and reading one act may take, in microseconds.</summary>
    public const double Limit = 4;

    /// <summary>What they may allocate, in bytes.</summary>
    public const double MostBytes = 3_000;

    /// <summary>Enough that the compiler is done long before the last, and that some are not disturbed.</summary>
    private const int ActsInAll = 400_000;

    public static int Run(string folder, TextWriter output)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"there is no folder {folder}; run this where the examples are, or name one");
            return 2;
        }

        var federation = FederationFolder.Read(folder);
        var clauses = federation.Journals.SelectMany(j => j.Acts).Where(c => c.Match is not null).ToList();
        var remarked = Run("acts with their remarks", federation, [.. clauses.Select(Words)], output);
        var bare = Run("acts without remarks", federation, [.. clauses.Select(c => c.Text)], output);
        return remarked && bare ? 0 : 1;
    }

    /// <summary>The lines of an act as they stand in its journal.</summary>
    private static string Words(ClauseSyntax act) =>
        act.Tree.Source.Slice(TextSpan.FromBounds(act.Span.Start, act.SelfAndDescendants().Max(c => c.Span.End)));

    private static bool Run(string what, Federation federation, string[] texts, TextWriter output)
    {
        var start = new ActReader(new Rulebooks(federation));
        var trees = new SyntaxTree[texts.Length];
        var (parsing, reading) = (double.MaxValue, double.MaxValue);
        var (parsed, read, found) = (0L, 0L, 0);
        var rounds = ActsInAll / texts.Length;
        var busy = TimeSpan.Zero;
        for (var round = 0; round < rounds; round++)
        {
            // The second half only: by then the compiler is done.
            if (round == rounds / 2)
                busy = Environment.CpuUsage.TotalTime;
            var reader = start.Branch();
            found = 0;
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < texts.Length; i++)
                trees[i] = SyntaxTree.Parse(SourceText.From("act", texts[i]));
            var middle = Stopwatch.GetTimestamp();
            var then = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < texts.Length; i++)
                found += reader.Read([trees[i].Clauses[0]]).Entries.Length;
            var end = Stopwatch.GetTimestamp();
            (parsed, read) = (then - bytes, GC.GetAllocatedBytesForCurrentThread() - then);
            parsing = Math.Min(parsing, Micro(middle - begun));
            reading = Math.Min(reading, Micro(end - middle));
        }

        busy = Environment.CpuUsage.TotalTime - busy;
        var count = (double)texts.Length;
        var together = (parsing + reading) / count;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{found:N0} {what}, {texts.Average(t => t.Length):N0} characters each: parsed in {parsing / count:N2} us and {parsed / count:N0} bytes, read in {reading / count:N2} us and {read / count:N0} bytes; together {together:N2} us, {(parsed + read) / count:N0} bytes; of the processor {busy.TotalMicroseconds / (rounds - (rounds / 2)) / count:N2} us on average, the collection of garbage included"));
        return together <= Limit && (parsed + read) / count <= MostBytes && found == texts.Length;
    }

    private static double Micro(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
