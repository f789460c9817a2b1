using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Foedus.Bench.Kernel;

// `store` times a store of two million versions with a stop-watch; `store N` one of N. Anything else goes to BenchmarkDotNet.
if (args.Length > 0 && string.Equals(args[0], "store", StringComparison.Ordinal))
{
    var versions = args.Length > 1 && int.TryParse(args[1], System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : 2_000_000;
    return StoreTimes.Run(Math.Max(1000, versions), Console.Out);
}

// In this process: building a project for each benchmark would run every analyzer again and take longer than the measuring.
var inProcess = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(StoreTimes).Assembly).Run(args, DefaultConfig.Instance.AddJob(inProcess));
return 0;
