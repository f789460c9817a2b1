using BenchmarkDotNet.Attributes;

namespace Foedus.Bench.Kernel;

/// <summary>Appending to a store, and looking facts up in one.</summary>
[MemoryDiagnoser]
public class StoreBenchmarks
{
    private LargeStore _large = new(10);

    [Params(200_000, 2_000_000)]
    public int Versions { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _large = new LargeStore(Versions);
        _large.Fill();
    }

    [Benchmark(OperationsPerInvoke = 1000)]
    public long AsAt() => _large.Read(1000, asKnown: false);

    [Benchmark(OperationsPerInvoke = 1000)]
    public long AsKnownAt() => _large.Read(1000, asKnown: true);

    [Benchmark(OperationsPerInvoke = 20_000)]
    public int Append()
    {
        var small = new LargeStore(20_000);
        small.Fill();
        return small.Store.Count;
    }
}
