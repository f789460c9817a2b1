using BenchmarkDotNet.Running;
using Foedus.Bench.Kernel;

// `store` times a store of two million versions with a stop-watch; `store N` one of N. Anything else goes to BenchmarkDotNet.
if (args.Length > 0 && string.Equals(args[0], "store", StringComparison.Ordinal))
{
    var versions = args.Length > 1 && int.TryParse(args[1], System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : 2_000_000;
    return StoreTimes.Run(versions, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(StoreTimes).Assembly).Run(args);
return 0;
