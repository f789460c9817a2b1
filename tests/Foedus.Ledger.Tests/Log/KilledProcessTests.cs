using System.Diagnostics;
using System.Globalization;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Verifying;
using NodaTime;

namespace Foedus.Ledger.Tests.Log;

/// <summary>A real process is killed while it appends (SIGKILL on Unix): at chance points, many times, on one ledger that goes on.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const int Writers = 4;
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FOEDUS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 16;

    private readonly ScratchFolder _folder = new();
    private readonly Dictionary<(int Writer, int Number), long> _acknowledged = [];
    private readonly Random _chance = new(20261122);

    private string Ledger => _folder.File("ledger.foedus");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_acknowledged_act_is_there_once_after_every_kill()
    {
        SqliteStore.Create(Ledger, FederationId.Of("killed")).Dispose();
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = _acknowledged.Count;
            AppendAndKill();
            Assert.True(_acknowledged.Count > before, "nothing was acknowledged before the kill");
            CheckAfterKill();
        }

        RetryWhatHadNoAnswer();
    }

    private void AppendAndKill()
    {
        var first = _acknowledged.Count == 0 ? 0 : _acknowledged.Keys.Max(k => k.Number) + 2;
        var program = Path.Combine(AppContext.BaseDirectory, "Foedus.Ledger.Appender.dll");
        var start = new ProcessStartInfo("dotnet", [program, Ledger, first.ToString(CultureInfo.InvariantCulture), Writers.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var until = _chance.Next(1, 120);
        for (var i = 0; i < until; i++)
            Take(process.StandardOutput.ReadLine());
        if (_chance.Next(3) == 0)
            Thread.Sleep(_chance.Next(4));
        process.Kill();
        // What it said before it died was acknowledged, also where it was not read yet. The last line may be cut short.
        var rest = process.StandardOutput.ReadToEnd();
        foreach (var line in rest.Split('\n')[..^1])
            Take(line);
        process.WaitForExit();
    }

    private void Take(string? line)
    {
        var parts = Assert.IsType<string>(line).Split(' ').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToList();
        Assert.True(_acknowledged.TryAdd((parts[0], parts[1]), parts[2]));
    }

    private void CheckAfterKill()
    {
        using var store = SqliteStore.Open(Ledger);
        var report = LedgerVerifier.Verify(store);
        Assert.Empty(report.Findings);
        var there = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var stored in store.Read(0))
        {
            Assert.True(EntryDecoder.TryRead(stored.Bytes, out var entry, out _));
            Assert.True(there.TryAdd(entry.Act!.Text, stored.Position), "an act is there twice: " + entry.Act.Text);
        }

        foreach (var ((writer, number), position) in _acknowledged)
            Assert.Equal(position, there.GetValueOrDefault($"writer {writer} records {number}", -1));
        Assert.InRange(there.Count, _acknowledged.Count, _acknowledged.Count + (Kills * Writers));
    }

    // A client that got no answer sends its act again under its key: whether it had been recorded or not, it then is, once.
    private void RetryWhatHadNoAnswer()
    {
        using var log = new ActLog(SqliteStore.Open(Ledger), new SteppingClock { Start = SystemClock.Instance.GetCurrentInstant() });
        var highest = _acknowledged.Keys.Max(k => k.Number);
        for (var number = 0; number <= highest + 1; number++)
        {
            for (var writer = 0; writer < Writers; writer++)
            {
                var act = new ActRecord(new LocalDate(2026, 1, 1), "records", $"writer {writer} records {number}") { Key = $"{writer}/{number}" };
                var recorded = Assert.IsType<RecordOutcome.Recorded>(number > highest - 20 ? log.Record(new ActDraft(act)) : new RecordOutcome.Recorded([], 0));
                if (_acknowledged.TryGetValue((writer, number), out var position) && !recorded.Acts.IsEmpty)
                    Assert.Equal(new RecordedAct(position, true), recorded.Acts[0]);
            }
        }

        Assert.Empty(LedgerVerifier.Verify(log.Store).Findings);
    }
}
