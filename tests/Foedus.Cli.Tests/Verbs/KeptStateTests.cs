using System.Globalization;
using System.Text;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;
using Foedus.Secretariat.Ledgers;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Sqlite;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>The state that a long ledger keeps: it saves time, changes no answer, and is never trusted.</summary>
public sealed class KeptStateTests : IDisposable
{
    private const int Minutes = 300;

    private readonly Folder _folder = new();

    public KeptStateTests()
    {
        foreach (var file in Directory.GetFiles(Given.Example("choirs")))
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        var minutes = new StringBuilder();
        for (var i = 22; i < 22 + Minutes; i++)
            minutes.Append(CultureInfo.InvariantCulture, $"\nact {i} 2024-10-01 Board records \"minute {i}\"\n");
        File.AppendAllText(Source, minutes.ToString());
        Fine("import", Source, Ledger, "--under", "A1");
    }

    private string Source => Path.Combine(_folder.Path, "first-year.journal");

    private string Ledger => Path.Combine(_folder.Path, "ledger.foedus");

    private string Charter => Path.Combine(_folder.Path, "choirs.charter");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_long_ledger_keeps_a_state_that_verification_derives_again()
    {
        Assert.Equal(22 + Minutes, Kept()!.Size);
        Assert.Contains("The state kept after 322 entries is what ruling on every act again leads to.", Fine("verify", Ledger), StringComparison.Ordinal);
        Assert.Contains("\"finding\":\"Holds\"", Fine("verify", Ledger, "--json").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_answer_is_the_same_with_and_without_it()
    {
        var asked = new List<string[]>
        {
            new[] { "seats", "Assembly" }, new[] { "seats", "Assembly", "--worksheet" }, new[] { "power", "Board" }, new[] { "explain", "act 999" },
            new[] { "explain", "2024-10-02 Board votes on Tour-Fund, for 6, against 3" }, new[] { "explain", "2024-10-02 Members-Meeting of Lantern recognises act 20" },
        };
        asked.AddRange(Enumerable.Range(1, 24).Select(number => new[] { "explain", string.Create(CultureInfo.InvariantCulture, $"act {number}") }));
        var with = asked.ConvertAll(Answer);
        Put(null);
        var without = asked.ConvertAll(Answer);
        File.Delete(Ledger);
        var journal = asked.ConvertAll(Answer);
        Assert.Equal(without, with);
        Assert.Equal(journal, with);
        Assert.Contains(with, a => a.Contains("act 20", StringComparison.Ordinal));
    }

    [Fact]
    public void An_act_goes_on_from_it_and_renews_it_when_much_was_recorded()
    {
        Assert.Contains("Recorded as entry 322", Fine("act", Ledger, "2024-10-02 Lantern corrects act 19"), StringComparison.Ordinal);
        Assert.Contains(",corrects,accepted,no,19,", Fine("export", Ledger, "--format", "csv"), StringComparison.Ordinal);
        Assert.Equal(322, Kept()!.Size);
        Fine([.. new[] { "act", Ledger }, .. Enumerable.Range(0, 256).Select(i => string.Create(CultureInfo.InvariantCulture, $"2024-10-03 Board records \"more {i}\""))]);
        Assert.Equal(322, Kept()!.Size);
        Assert.Contains("Recorded as entry 579", Fine("act", Ledger, "2024-10-03 Board records \"last\""), StringComparison.Ordinal);
        Assert.Equal(579, Kept()!.Size);
        Assert.Contains("The state kept after 579 entries is what ruling on every act again leads to.", Fine("verify", Ledger), StringComparison.Ordinal);
        Assert.Equal("2024-10-03", Fine("explain", Ledger, "act 579").Split(", ")[1][..10]);
    }

    [Fact]
    public void One_that_does_not_follow_from_the_acts_is_found()
    {
        var kept = Kept()!;
        var other = kept.Content.ToArray();
        var at = other.AsSpan().IndexOf("Tour-Fund"u8);
        other[at] = (byte)'P';
        Put(kept with { Content = other });
        var given = Given.Command("verify", Ledger);
        Assert.Equal(ExitCode.Findings, given.Code);
        Assert.Contains("snapshot: the state that is kept after 322 entries is not what ruling on every act leads to", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_other_entries_or_spoilt_or_cut_is_passed_over()
    {
        var seats = Answer(["explain", "act 14"]);
        var kept = Kept()!;
        foreach (var content in (byte[][])[[], kept.Content[..32], kept.Content[..80], kept.Content[..^9], [.. kept.Content[..40], .. kept.Content[41..]], [.. kept.Content, 0]])
        {
            Put(kept with { Content = content });
            Assert.Equal(seats, Answer(["explain", "act 14"]));
        }

        Put(kept with { Size = 5 });
        Assert.Equal(seats, Answer(["explain", "act 14"]));
        Put(kept with { Size = 5000 });
        Assert.Equal(seats, Answer(["explain", "act 14"]));
        Assert.Contains("could not be checked: not all of them hold", Given.Command("verify", Ledger).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_another_charter_it_is_not_used()
    {
        File.WriteAllText(Charter, File.ReadAllText(Charter).Replace("quorum      more than half of members", "quorum      at least two thirds of members", StringComparison.Ordinal));
        Assert.Contains("was not checked and is not used", Fine("verify", Ledger), StringComparison.Ordinal);
        var given = Answer(["explain", "act 14"]);
        Put(null);
        Assert.Equal(Answer(["explain", "act 14"]), given);
        Fine("act", Ledger, "2024-10-02 Board records \"more\"");
        Assert.Contains("is what ruling on every act again leads to", Fine("verify", Ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_charter_a_ledger_still_verifies()
    {
        using var elsewhere = new Folder();
        var copy = Path.Combine(elsewhere.Path, "copy.foedus");
        File.Copy(Ledger, copy);
        Assert.Contains("was not checked and is not used", Fine("verify", copy), StringComparison.Ordinal);
        var given = Given.Command("act", copy, "2024-10-02 Board records \"more\"");
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains("no charter lies beside", given.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_erased_goes_from_it_too()
    {
        Fine("act", Ledger, "2024-10-02 Board records \"PLANTED\"", "--visibility", "secret");
        Fine([.. new[] { "act", Ledger }, .. Enumerable.Range(0, 256).Select(i => string.Create(CultureInfo.InvariantCulture, $"2024-10-03 Board records \"more {i}\""))]);
        Fine("act", Ledger, "2024-10-03 Board records \"last\"");
        Assert.Equal(579, Kept()!.Size);
        Fine("erase", Ledger, "322", "--because", "a court ordered it");
        Assert.Null(Kept());
        Assert.DoesNotContain("PLANTED", Encoding.UTF8.GetString(File.ReadAllBytes(Ledger)), StringComparison.Ordinal);
        Fine("act", Ledger, "2024-10-04 Board records \"on\"");
        Assert.Equal(581, Kept()!.Size);
        Assert.Contains("is what ruling on every act again leads to", Fine("verify", Ledger), StringComparison.Ordinal);
        Assert.Contains("minute 321", Fine("explain", Ledger, "act 321"), StringComparison.Ordinal);
        Assert.Contains("more 0", Fine("explain", Ledger, "act 323"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_from_before_an_erasure_is_not_kept_after_it()
    {
        Fine("act", Ledger, "2024-10-02 Board records \"PLANTED\"", "--visibility", "secret");
        Put(null);
        using var store = SqliteStore.Open(Ledger);
        var before = LedgerState.Open(store, Ledger, FederationFiles.Read(Ledger), store.Head().Size);
        Fine("erase", Ledger, "322", "--because", "a court ordered it");
        before.Keep();
        Assert.Null(Kept());
    }

    private Snapshot? Kept()
    {
        using var store = SqliteStore.Open(Ledger, readOnly: true);
        return LedgerState.Find(store);
    }

    private void Put(Snapshot? snapshot)
    {
        using var store = SqliteStore.Open(Ledger);
        if (snapshot is null)
            store.Snapshots.Drop(LedgerState.SnapshotName);
        else
            store.Snapshots.Put(snapshot);
    }

    private string Answer(string[] words) => Given.Command([words[0], _folder.Path, .. words[1..]]).All;

    private static string Fine(params string[] words)
    {
        var given = Given.Command(words);
        Assert.True(given.Code == ExitCode.Fine, given.All);
        return given.Output;
    }
}
