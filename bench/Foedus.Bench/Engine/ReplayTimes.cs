using System.Diagnostics;
using System.Globalization;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Bench.Engine;

/// <summary>Times the replay of generated acts on one core, and the memory that it takes at half and at all of them.</summary>
public static class ReplayTimes
{
    /// <summary>Acts a second that a replay is to reach.</summary>
    public const double Floor = 200_000;

    public static int Run(int count, TextWriter output)
    {
        // Warm: what is measured is the code as it runs in the end, not the compiler at work beside it.
        Replay(new LargeFederation(200), 200_000, out _);
        Thread.Sleep(1_000);
        Replay(new LargeFederation(200), 50_000, out _);
        var federation = new LargeFederation(1_000);
        var acts = federation.Acts(count);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var state = State.Opening(federation.Books);
        var verdicts = new int[3];
        var ticks = new long[Math.Min(acts.Count, 100_000)];
        var bytes = new long[ticks.Length];
        var half = 0L;
        var watch = Stopwatch.StartNew();
        var spent = TimeSpan.Zero;
        var busy = Environment.CpuUsage.TotalTime;
        var paused = GC.GetTotalPauseDuration();
        for (var i = 0; i < acts.Count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var ruling = Judge.Rule(state, acts[i]);
            if (i < ticks.Length)
                ticks[i] = Stopwatch.GetTimestamp() - start;
            verdicts[(int)ruling.Verdict]++;
            state = state.Record(ruling);
            if (i < bytes.Length)
                bytes[i] = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (i != acts.Count / 2)
                continue;
            spent += watch.Elapsed;
            var (stopped, measuring) = (GC.GetTotalPauseDuration(), Environment.CpuUsage.TotalTime);
            half = GC.GetTotalMemory(forceFullCollection: true) - before;

            // What is measured of the memory is no part of the replay.
            paused += GC.GetTotalPauseDuration() - stopped;
            busy += Environment.CpuUsage.TotalTime - measuring;
            watch.Restart();
        }

        busy = Environment.CpuUsage.TotalTime - busy;
        spent += watch.Elapsed;
        paused = GC.GetTotalPauseDuration() - paused;
        var all = GC.GetTotalMemory(forceFullCollection: true) - before;
        foreach (var verb in acts.Take(ticks.Length).Select((act, i) => (act.Verb, Ticks: ticks[i], Bytes: bytes[i])).GroupBy(a => a.Verb))
        {
            var sorted = verb.Select(v => v.Ticks).Order().ToArray();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {verb.Key,-12} {sorted.Length,8:N0}  {Micro(sorted[sorted.Length / 2]),8:N2} us median to rule, {verb.Average(v => v.Bytes),8:N0} bytes to rule and record"));
        }

        Array.Sort(ticks);
        var rate = acts.Count / spent.TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"replay of {acts.Count:N0} acts: {rate:N0} acts/s by the wall, {acts.Count / busy.TotalSeconds:N0} by the processor; {verdicts[0]:N0} accepted, {verdicts[1]:N0} refused, {verdicts[2]:N0} undetermined; {federation.Errors} errors in the charter"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ruling: {Micro(ticks[ticks.Length / 2]):N2} us median, {Micro(ticks[ticks.Length * 99 / 100]):N2} us at 99%, {Micro(ticks[^1]):N0} us most"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory: {half / 1048576.0:N1} MiB at half, {all / 1048576.0:N1} MiB at all; {paused.TotalMilliseconds:N0} of {spent.TotalMilliseconds:N0} ms were pauses to collect garbage"));
        GC.KeepAlive(state);
        return rate >= Floor ? 0 : 1;
    }

    private static void Replay(LargeFederation federation, int count, out State state)
    {
        state = State.Opening(federation.Books);
        foreach (var act in federation.Acts(count))
            state = state.Record(Judge.Rule(state, act));
    }

    private static double Micro(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
