using System.Diagnostics;
using System.Globalization;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Snapshots;

namespace Foedus.Bench.Engine;

/// <summary>Times the writing and the opening of a snapshot of the state after many generated acts, beside the replay that it saves.</summary>
public static class SnapshotTimes
{
    /// <summary>Seconds in which a snapshot of 1,000,000 acts is to be opened.</summary>
    public const double MostSeconds = 1;

    private static readonly byte[] Rules = [1];

    public static int Run(int count, TextWriter output)
    {
        var federation = new LargeFederation(1_000);
        var acts = federation.Acts(count);
        var state = State.Opening(federation.Books);
        var watch = Stopwatch.StartNew();
        foreach (var act in acts)
            state = state.Record(Judge.Rule(state, act));
        output.WriteLine(Line("replay", watch));
        watch.Restart();
        using var stream = new MemoryStream();
        new StateSnapshot(state, new ActReader(federation.Books)).Write(stream, Rules);
        output.WriteLine(Line("write", watch));
        var bytes = stream.GetBuffer().AsMemory(0, (int)stream.Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"size {bytes.Length / 1048576.0:N1} MiB, {bytes.Length / (double)count:N0} bytes an act"));
        var least = double.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var books = new LargeFederation(1_000).Books;
            GC.Collect();
            watch.Restart();
            if (!StateSnapshot.TryOpen(bytes, Rules, books, sequence => acts[sequence - 1], out var opened) || opened.State.Known != acts.Count)
                return 1;
            least = Math.Min(least, watch.Elapsed.TotalSeconds);
            output.WriteLine(Line("open", watch));
        }

        return least <= MostSeconds * count / 1e6 ? 0 : 1;
    }

    private static string Line(string what, Stopwatch watch) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {watch.Elapsed.TotalMilliseconds:N0} ms");
}
