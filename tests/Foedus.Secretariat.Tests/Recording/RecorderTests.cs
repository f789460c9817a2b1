using Foedus.Engine.Judging;
using Foedus.Ledger;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Memory;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Verifying;
using NodaTime;

namespace Foedus.Secretariat.Tests.Recording;

/// <summary>Acts are ruled on, appended where they were ruled on for, and only then known; the same in every store.</summary>
public abstract class RecorderTests : IDisposable
{
    private const string North = "2024-02-01 North certifies Assembly, North 2";
    private const string South = "2024-02-01 South certifies Assembly, South 2";

    private readonly List<Recorder> _open = [];

    public void Dispose()
    {
        _open.ForEach(r => r.Dispose());
        CleanUp();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void An_act_is_known_once_it_stands_in_the_ledger()
    {
        var recorder = Open();
        var before = recorder.Latest;
        var recorded = Recorded(recorder.Record(new RecordRequest(North)));
        Assert.Equal([0L], recorded.Positions);
        Assert.Equal(Verdict.Accepted, Assert.Single(recorded.Acts).Judgment.Verdict);
        Assert.Equal(0, before.Known);
        Assert.Equal(1, recorder.Latest.Known);
        Assert.Equal(1L, recorder.Log.Head.Size);
        Assert.True(LedgerVerifier.Verify(recorder.Log.Store, [], null).Holds);
    }

    [Fact]
    public void What_is_refused_is_not_recorded_unless_as_an_attempt_and_leaves_no_trace()
    {
        var recorder = Open();
        Recorded(recorder.Record(new RecordRequest(North)));
        var request = new RecordRequest("2024-03-01 Nobody-Known issues Nonsense, programme on festivals");
        var refused = Assert.IsType<RecordingOutcome.NotRecorded>(recorder.Record(request));
        Assert.Equal(Verdict.Refused, Assert.Single(refused.Acts).Judgment.Verdict);
        Assert.Equal(1L, recorder.Log.Head.Size);
        Assert.Equal(Bytes(Open()), Bytes(recorder));
        Recorded(recorder.Record(request with { Attempt = true }));
        Assert.Equal(2L, recorder.Log.Head.Size);
        Assert.Equal(Verdict.Refused, recorder.Latest.History.Acts[1].Judgment.Verdict);
    }

    [Fact]
    public void The_answer_to_a_repeated_mark_is_the_first_answer()
    {
        var recorder = Open();
        var request = new RecordRequest([North, South]) { Key = "certified" };
        var first = Recorded(recorder.Record(request));
        Recorded(recorder.Record(new RecordRequest("2024-04-01 Assembly elects Ada as Chair")));
        foreach (var asked in (Recorder[])[recorder, Open()])
        {
            var again = Assert.IsType<RecordingOutcome.Repeated>(asked.Record(request));
            Assert.Equal(first.Positions, again.Positions);
            Assert.Equal(first.Acts.Select(Said), again.Acts.Select(Said));
        }

        Assert.Equal(3L, recorder.Log.Refresh().Size);
        var other = Assert.IsType<RecordingOutcome.Failed>(recorder.Record(new RecordRequest(South) { Key = "certified" }));
        Assert.Equal("KeyTaken", other.Problems[0].Code);
    }

    [Fact]
    public void Words_that_are_no_act_are_told_with_what_is_wrong_with_them()
    {
        var failed = Assert.IsType<RecordingOutcome.Failed>(Open().Record(new RecordRequest("2024-02-01 North certifize Assembly")));
        Assert.StartsWith("NotAnAct", failed.Problems[0].Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_who_record_at_once_are_ruled_on_anew_and_see_no_conflict()
    {
        var opened = Open();
        Recorded(opened.Record(new RecordRequest([North, South])));
        const int Writers = 8, Each = 6;
        var threads = Enumerable.Range(0, Writers).Select(writer =>
        {
            var recorder = Open();
            return new Thread(() =>
            {
                for (var i = 0; i < Each; i++)
                    Recorded(recorder.Record(new RecordRequest($"2024-05-01 Assembly votes on Fund-{writer}-{i}, for 3, against 1") { Key = $"{writer}.{i}" }));
            });
        }).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var latest = opened.Refresh();
        Assert.Equal(2 + (Writers * Each), latest.Known);
        Assert.Equal(2L + (Writers * Each), opened.Log.Head.Size);
        Assert.Equal(Enumerable.Range(1, latest.Known), latest.History.Acts.Select(a => a.Act.Number));
        Assert.Equal(Bytes(Open()), Bytes(opened));
    }

    [Fact]
    public void What_is_known_is_what_a_ledger_opened_anew_gives_after_every_act()
    {
        var recorder = Open();
        foreach (var act in (string[])[North, South, "2024-04-01 Assembly elects Ada as Chair", "2024-05-01 Assembly votes on Fund, for 3, against 1"])
        {
            Recorded(recorder.Record(new RecordRequest(act)));
            Assert.Equal(Bytes(Open()), Bytes(recorder));
        }
    }

    /// <summary>The ledger, opened once more: the same for the whole test.</summary>
    protected abstract ILedgerStore Store();

    /// <summary>Removes what the test made.</summary>
    protected abstract void CleanUp();

    protected static FederationId Federation => FederationId.FromTitle("Small");

    private Recorder Open()
    {
        var outcome = new Secretary().OpenToRecord(Store(), [Given.Charter(Given.Small)], SystemClock.Instance);
        var opened = outcome is RecorderOutcome.Opened done ? done : throw new InvalidOperationException(string.Join('\n', ((RecorderOutcome.Failed)outcome).Problems));
        _open.Add(opened.Recorder);
        return opened.Recorder;
    }

    private static RecordingOutcome.Recorded Recorded(RecordingOutcome outcome) => outcome switch
    {
        RecordingOutcome.Recorded recorded => recorded,
        RecordingOutcome.Failed failed => throw new InvalidOperationException(string.Join('\n', failed.Problems)),
        RecordingOutcome.NotRecorded not => throw new InvalidOperationException(string.Join('\n', not.Acts.SelectMany(a => a.Judgment.Grounds))),
        _ => throw new InvalidOperationException(outcome.ToString()),
    };

    private static string Said(Secretariat.Opening.RuledAct act) => $"{act.Place} {act.Act.Number} {act.Judgment.Verdict} {string.Join("; ", act.Judgment.Grounds)}";

    private static byte[] Bytes(Recorder recorder)
    {
        using var bytes = new MemoryStream();
        var history = recorder.Refresh().History;
        new Engine.Snapshots.StateSnapshot(history.State, history.Reader).Write(bytes, []);
        return bytes.ToArray();
    }
}

/// <summary>In memory.</summary>
public sealed class RecorderInMemoryTests : RecorderTests
{
    private readonly MemoryStore _store = new(Federation);

    protected override ILedgerStore Store() => _store;

    protected override void CleanUp() => _store.Dispose();
}

/// <summary>In SQLite.</summary>
public sealed class RecorderInSqliteTests : RecorderTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foedus-").FullName;

    protected override ILedgerStore Store()
    {
        var file = Path.Combine(_folder, "small.foedus");
        return File.Exists(file) ? SqliteStore.Open(file) : SqliteStore.Create(file, Federation);
    }

    protected override void CleanUp() => Directory.Delete(_folder, recursive: true);
}
