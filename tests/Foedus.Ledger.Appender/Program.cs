using System.Globalization;
using Foedus.Ledger;
using Foedus.Ledger.Postgres;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Sqlite;
using NodaTime;

// Appends acts to a ledger with several threads until it is killed. Says on its output what was acknowledged: "WRITER NUMBER POSITION" a line,
// written only after the append has returned. Arguments: LEDGER FIRST WRITERS [NAMED]; LEDGER is a file or the address of a database, the numbers of
// each writer begin with FIRST, and the writers are called NAMED and on. A writer whose storage goes away sends the same act again under its key.
var (path, first, writers) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
var named = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0;
ILedgerStore store = PostgresAddress.TryParse(path, out var address, out _) ? PostgresLedgerStore.Open(address) : SqliteStore.Open(path);
using var log = new ActLog(store, SystemClock.Instance);
var output = Console.OpenStandardOutput();
var threads = Enumerable.Range(named, writers).Select(writer => new Thread(() =>
{
    for (var number = first; ; number++)
    {
        var act = new ActRecord(new LocalDate(2026, 1, 1), "records", $"writer {writer} records {number}") { Key = $"{writer}/{number}" };
        if (Record(act) is not RecordOutcome.Recorded recorded)
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

RecordOutcome Record(ActRecord act)
{
    while (true)
    {
        try
        {
            return log.Record(new ActDraft(act));
        }
        catch (LedgerStoreException away) when (address is not null && away.Trouble == StoreTrouble.Unavailable)
        {
            Thread.Sleep(20);
        }
    }
}
