using System.Globalization;

namespace Foedus.Ledger.Tests.Log;

public sealed class KilledProcessTests : IDisposable
{
    private const int Ledgers = 4;
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FOEDUS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 200;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_acknowledged_act_is_there_once_after_every_kill() => Parallel.For(
        0,
        Ledgers,
        new ParallelOptions { MaxDegreeOfParallelism = 2 },
        seed => new KilledLedger(_folder.File(string.Create(CultureInfo.InvariantCulture, $"ledger-{seed}.foedus")), seed).Suffer(Kills / Ledgers));
}
