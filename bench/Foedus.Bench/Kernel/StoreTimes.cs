using System.Diagnostics;
using System.Globalization;

namespace Foedus.Bench.Kernel;

/// <summary>
/// Times appending and reading on a large store: by the wall and by the processor, which differ on a busy machine. Exit code 1 if a look-up
/// takes more of the processor than it may.
/// </summary>
public static class StoreTimes
{
    /// <summary>What one look-up may take, in nanoseconds.</summary>
    public const double LookUpLimit = 2000;

    public static int Run(int versions, TextWriter output)
    {
        var warm = new LargeStore(20_000);
        warm.Fill();
        warm.Read(400_000, asKnown: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var large = new LargeStore(versions);
        Time(output, "append", () =>
        {
            large.Fill();
            return large.Acts;
        });
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{bytes / 1048576.0:N1} MiB for {large.Store.Count:N0} versions on {large.Store.Lines:N0} lines"));

        const int Reads = 2_000_000;
        var sum = 0L;
        var asAt = Time(output, "as at", () => Look(asKnown: false));
        var asKnown = Time(output, "as at, as known at", () => Look(asKnown: true));
        Time(output, "child of a unit", () => large.Children(20_000));
        Time(output, "mandate of a body", () => large.Mandates(2_000));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"checksum {sum}"));
        return asAt <= LookUpLimit && asKnown <= LookUpLimit ? 0 : 1;

        int Look(bool asKnown)
        {
            sum += large.Read(Reads, asKnown);
            return Reads;
        }
    }

    /// <summary>Runs something that returns how often it did it; gives nanoseconds of the processor for each.</summary>
    private static double Time(TextWriter output, string what, Func<int> run)
    {
        var busy = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var count = Math.Max(1, run());
        var wall = watch.Elapsed.TotalNanoseconds / count;
        var processor = (Environment.CpuUsage.TotalTime - busy).TotalNanoseconds / count;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-20}{processor,8:N0} ns of the processor, {wall,8:N0} ns by the wall, {count,10:N0} times"));
        return processor;
    }
}
