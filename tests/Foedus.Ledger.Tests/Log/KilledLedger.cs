using System.Diagnostics;
using System.Globalization;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Verifying;
using NodaTime;

namespace Foedus.Ledger.Tests.Log;

/// <summary>A ledger to which a real process appends until it is killed (SIGKILL on Unix), at chance points, many times; and it goes on.</summary>
internal sealed class KilledLedger(string path, int seed)
{
    private const int Writers = 4;

    private readonly Dictionary<(int Writer, int Number), long> _acknowledged = [];
    private readonly Random _chance = new(seed);
    private int _kills;

    /// <summary>Every act that was acknowledged is there once after every kill.</summary>
    public void Suffer(int kills)
    {
        SqliteStore.Create(path, FederationId.Of("killed")).Dispose();
        for (_kills = 1; _kills <= kills; _kills++)
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
        var start = new ProcessStartInfo("dotnet", [program, path, first.ToString(CultureInfo.InvariantCulture), Writers.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var until = _chance.Next(1, 60);
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
        using var store = SqliteStore.Open(path);
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
        Assert.InRange(there.Count, _acknowledged.Count, _acknowledged.Count + (_kills * Writers));
    }

    // A client that got no answer sends its act again under its key: whether it had been recorded or not, it then is, once.
    private void RetryWhatHadNoAnswer()
    {
        using var log = new ActLog(SqliteStore.Open(path), new SteppingClock { Start = SystemClock.Instance.GetCurrentInstant() });
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
