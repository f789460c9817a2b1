using System.Diagnostics;

namespace Foedus.Bench.Ledgers;

/// <summary>Milliseconds for one piece of work: by the wall and of the processor, the least of those seen.</summary>
internal readonly record struct Best(double Wall, double Processor)
{
    public static Best None => new(double.MaxValue, double.MaxValue);

    public Best Or(Best other) => new(Math.Min(Wall, other.Wall), Math.Min(Processor, other.Processor));

    /// <summary>The middle of many by the wall, which a busy machine disturbs least, and the mean of the processor.</summary>
    public static Best Of(int count, Action work)
    {
        work();
        var times = new List<double>(count);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < count; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / count;
        times.Sort();
        return new Best(times[count / 2], processor);
    }
}
