using System.Globalization;
using Foedus.Ledger;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores.Sqlite;
using NodaTime;

// Appends acts to a ledger with several threads until it is killed. Says on its output what was acknowledged: "WRITER NUMBER POSITION" a line,
// written only after the append has returned. Arguments: FILE FIRST WRITERS; the numbers of each writer begin with FIRST.
var (path, first, writers) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
using var log = new ActLog(SqliteStore.Open(path), SystemClock.Instance);
var output = Console.OpenStandardOutput();
var threads = Enumerable.Range(0, writers).Select(writer => new Thread(() =>
{
    for (var number = first; ; number++)
    {
        var act = new ActRecord(new LocalDate(2026, 1, 1), "records", $"writer {writer} records {number}") { Key = $"{writer}/{number}" };
        if (log.Record(new ActDraft(act)) is not RecordOutcome.Recorded recorded)
            throw new InvalidOperationException("not recorded");
        lock (output)
        {
            output.Write(System.Text.Encoding.ASCII.GetBytes($"{writer} {number} {recorded.Acts[0].Position}\n"));
            output.Flush();
        }
    }
})).ToList();
threads.ForEach(t => t.Start());
threads.ForEach(t => t.Join());
