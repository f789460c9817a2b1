using System.Text;
using System.Text.Json;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;
using Foedus.Cli.Tests.Json;
using Foedus.Cli.Tests.Transcripts;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>The verbs of the ledger, on the choirs' first year.</summary>
public sealed class LedgerVerbTests : IDisposable
{
    private const string Vote = "2024-09-30 Board votes on Tour-Fund, for 6, against 3";
    private const string Nonsense = "2024-09-30 Lantern issues Nonsense, programme on festivals";

    private readonly Folder _folder = new();

    public LedgerVerbTests()
    {
        foreach (var file in Directory.GetFiles(Given.Example("choirs")))
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        Fine("import", Source, Ledger, "--under", "A1");
    }

    private string Source => Path.Combine(_folder.Path, "first-year.journal");

    private string Ledger => Path.Combine(_folder.Path, "ledger.foedus");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_ends_early_is_verified_as_far_as_it_goes_and_nothing_is_made_of_nothing()
    {
        var cut = Path.Combine(_folder.Path, "cut.foedus");
        File.WriteAllBytes(cut, File.ReadAllBytes(Ledger)[..20_000]);
        var verified = Given.Command("verify", cut);
        Assert.Equal(ExitCode.Findings, verified.Code);
        Assert.Contains("the file ends before its last page", verified.Output, StringComparison.Ordinal);
        var target = Path.Combine(_folder.Path, "saved.foedus");
        var restored = Given.Command("restore", cut, target, "--what-holds");
        Assert.Equal(ExitCode.Usage, restored.Code);
        Assert.Contains("nothing of it can be read", restored.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_with_a_way_out()
    {
        var given = Given.Command("backup", Ledger, Path.Combine(_folder.Path, "gone", "copy.foedus"));
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains("see whether the disk and the folder are there", given.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_open_is_imported_under_a_named_assumption_alone()
    {
        var other = Path.Combine(_folder.Path, "other.foedus");
        var given = Given.Command("import", Source, other);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains("it is open whether these acts hold: 14", given.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(other));
        Assert.Contains("21 acts imported, 3 of them kept as attempts", Fine("import", Source, other, "--attempt"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_journal_imported_again_adds_nothing_and_a_longer_one_what_it_has_more()
    {
        Assert.Contains("0 acts imported; 21 were there before", Fine("import", Source, Ledger, "--under", "A1"), StringComparison.Ordinal);
        File.AppendAllText(Source, "\nact 22 " + Vote + "\n");
        Assert.Contains("1 act imported; 21 were there before", Fine("import", Source, Ledger, "--under", "A1"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_verbs_say_the_same_of_the_ledger_as_of_the_journal()
    {
        using var plain = new Folder();
        foreach (var file in Directory.GetFiles(Given.Example("choirs")))
            File.Copy(file, Path.Combine(plain.Path, Path.GetFileName(file)));
        foreach (var words in (string[][])[["run"], ["explain", "act 20"], ["explain", "Lantern in Assembly"], ["show", "Lantern"], ["seats", "Assembly"], ["silences"], ["check"]])
        {
            var journal = Given.Command([words[0], plain.Path, .. words[1..]]);
            var ledger = Given.Command([words[0], _folder.Path, .. words[1..]]);
            Assert.Equal(journal.Code, ledger.Code);
            Assert.Equal(journal.Output.Replace(plain.Path, _folder.Path, StringComparison.Ordinal), ledger.Output);

            // Of a file that is named only its own messages are shown, and the charter is another.
            if (words[0] != "check")
                Assert.Equal(ledger.Output, Given.Command([words[0], Ledger, .. words[1..]]).Output.Replace(Ledger, _folder.Path, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_accepted_act_is_recorded_and_then_counts()
    {
        Assert.Contains("Recorded as entry 22 of league-of-choirs.", Fine("act", _folder.Path, Vote), StringComparison.Ordinal);
        Assert.Contains("22  2024-09-30  carried   Board votes on Tour-Fund, for 6, against 3", Given.Command("run", _folder.Path).Output, StringComparison.Ordinal);
        Assert.Contains("all 23 entries hold", Fine("verify", Ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_act_is_not_recorded_as_done_and_may_be_kept_as_an_attempt()
    {
        var refused = Given.Command("act", Ledger, Nonsense);
        Assert.Equal(ExitCode.Findings, refused.Code);
        Assert.Contains("Not recorded: a refused act is not done.", refused.Output, StringComparison.Ordinal);
        Assert.Contains("all 22 entries hold", Fine("verify", Ledger), StringComparison.Ordinal);
        var kept = Given.Command("act", Ledger, Nonsense, "--attempt");
        Assert.Equal(ExitCode.Findings, kept.Code);
        Assert.Contains("Kept as an attempt, entry 22", kept.Output, StringComparison.Ordinal);
        Assert.EndsWith("act 22 2024-09-30 Lantern issues Nonsense, programme on festivals\n  ruling refused\n", Fine("export", Ledger), StringComparison.Ordinal);
        Assert.Contains(",yes,", Fine("export", Ledger, "--format", "csv").Split('\n')[^3], StringComparison.Ordinal);
    }

    [Fact]
    public void One_refused_act_keeps_the_whole_call_out()
    {
        var given = Given.Command("act", Ledger, Vote, Nonsense);
        Assert.Contains("Not recorded, because another act", given.Output, StringComparison.Ordinal);
        Assert.Contains("all 22 entries hold", Fine("verify", Ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_act_is_recorded_under_a_named_assumption_that_the_ledger_names()
    {
        const string open = "2024-09-30 Board votes on Tour-Fund, for 4, against 3, abstaining 2";
        var undetermined = Given.Command("act", Ledger, open);
        Assert.Equal(ExitCode.Findings, undetermined.Code);
        Assert.Contains("Not recorded: what it turns on is open.", undetermined.Output, StringComparison.Ordinal);
        Assert.Contains("Recorded as entry 22", Fine("act", Ledger, open, "--under", "A1"), StringComparison.Ordinal);
        Assert.Contains(",carried,no,,A1,", Fine("export", Ledger, "--format", "csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_given_once_also_to_attempts_that_no_journal_shows()
    {
        Given.Command("act", Ledger, "2024-09-30 Board votes on Tour-Fund, for 4, against 3, abstaining 2", "--attempt");
        Assert.DoesNotContain("act 22", Fine("export", Ledger), StringComparison.Ordinal);
        Fine("act", Ledger, Vote);
        Assert.Contains("act 23 " + Vote, Fine("export", Ledger), StringComparison.Ordinal);
        File.AppendAllText(Source, "\nact 23 2024-09-29 Board votes on Tour-Fund, for 7, against 2\n");
        var taken = Given.Command("import", Source, Ledger, "--under", "A1");
        Assert.Equal(ExitCode.Usage, taken.Code);
        Assert.Contains("has another act of that number", taken.Errors, StringComparison.Ordinal);
        Assert.Contains("from 24 on", taken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_act_sent_again_under_its_mark_is_recorded_once()
    {
        Fine("act", Ledger, Vote, "--once", "m1");
        Assert.Contains("Recorded before, as entry 22", Fine("act", Ledger, Vote, "--once", "m1"), StringComparison.Ordinal);
        var other = Given.Command("act", Ledger, Nonsense, "--once", "m1");
        Assert.Equal(ExitCode.Usage, other.Code);
        Assert.Contains("stands for another act already, entry 22", other.Errors, StringComparison.Ordinal);
        Assert.Contains("all 23 entries hold", Fine("verify", Ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_public_never_leaks()
    {
        var minutes = _folder.With("minutes.txt", "PLANTED in the minutes");
        _folder.With("who.txt", "votes secret\nelects internal\n");
        var ledger = Path.Combine(_folder.Path, "other.foedus");
        var planted = _folder.With("planted.journal", File.ReadAllText(Source).Replace("\"The first year\"", "\"Planted\"", StringComparison.Ordinal)
            .Replace("Ada-Lloyd as Chair", "Planted-Person as Chair\n  note \"PLANTED in a note\"\n  source \"PLANTED source\"", StringComparison.Ordinal));
        Fine("import", planted, ledger, "--under", "A1", "--visibility", Path.Combine(_folder.Path, "who.txt"));
        Fine("act", ledger, "2024-09-30 Board records \"PLANTED words\"", "--visibility", "internal", "--attach", minutes, "--once", "PLANTED-mark");
        Fine("key", ledger, Path.Combine(_folder.Path, "key"));
        Fine("export", ledger, "--format", "tiles", "--to", Path.Combine(_folder.Path, "tiles"));
        foreach (var format in (string[])["journal", "jsonl", "csv"])
        {
            Assert.Contains("PLANTED", Fine("export", ledger, "--format", format), StringComparison.Ordinal);
            var shown = Fine("export", ledger, "--public", "--format", format);
            Assert.DoesNotContain("planted-", shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("PLANTED in", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("PLANTED s", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("PLANTED w", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Song-Book-Loan", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("PLANTED"))[..8], shown, StringComparison.Ordinal);
        }

        foreach (var line in Fine("export", ledger, "--public", "--format", "jsonl").TrimEnd('\n').Split('\n').Skip(1))
        {
            var bytes = JsonDocument.Parse(line).RootElement.GetProperty("entry").GetBytesFromBase64();
            Assert.Equal(-1, bytes.AsSpan().IndexOf("PLANTED"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("Planted-Person"u8));
        }

        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, "tiles"), "*", SearchOption.AllDirectories))
        {
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("PLANTED"u8));
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("Planted-Person"u8));
        }

        _folder.With("who.txt", "vote secret\n");
        Assert.Contains("did you mean votes", Given.Command("import", planted, ledger, "--visibility", Path.Combine(_folder.Path, "who.txt"), "--under", "A1").Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Attachments that hold: 1", Fine("verify", ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_is_signed_and_seen_when_it_is_written_anew()
    {
        var key = Path.Combine(_folder.Path, "key");
        Fine("key", Ledger, key);
        Assert.Contains("signed up to 23 entries", Fine("verify", Ledger), StringComparison.Ordinal);
        using var signed = JsonDocument.Parse(Fine("act", Ledger, Vote, "--sign", key, "--json"));
        var note = _folder.With("note", signed.RootElement.GetProperty("checkpoint").GetString()!);
        Fine("verify", Ledger, "--checkpoint", note);
        var anew = Path.Combine(_folder.Path, "anew.foedus");
        Fine("import", Source, anew, "--under", "A1");
        var seen = Given.Command("verify", anew, "--checkpoint", note);
        Assert.Equal(ExitCode.Findings, seen.Code);
        Assert.Contains("forged checkpoint", seen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_hands_over_to_the_next_and_to_nobody_else()
    {
        string one = Path.Combine(_folder.Path, "one"), two = Path.Combine(_folder.Path, "two"), three = Path.Combine(_folder.Path, "three");
        Fine("key", Ledger, one);
        Assert.Contains("has to be signed", Given.Command("key", Ledger, two).Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(two));
        Assert.Contains("The key before it signed the hand-over", Fine("key", Ledger, two, "--sign", one), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Given.Command("act", Ledger, Vote, "--sign", one).Code);
        Assert.Equal(ExitCode.Usage, Given.Command("key", Ledger, three, "--sign", one).Code);
        Fine("verify", Ledger);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(two, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            Assert.Contains("0600", Given.Command("act", Ledger, Vote, "--sign", two).Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_backup_is_verified_and_restored_and_what_holds_of_a_damaged_one_is_saved()
    {
        string copy = Path.Combine(_folder.Path, "copy.foedus"), back = Path.Combine(_folder.Path, "back.foedus"), saved = Path.Combine(_folder.Path, "saved.foedus");
        Fine("backup", Ledger, copy);
        Assert.Equal(ExitCode.Usage, Given.Command("backup", Ledger, copy).Code);
        Fine("restore", copy, back);
        Assert.Equal(Root(Ledger), Root(back));
        var bytes = File.ReadAllBytes(copy);
        var at = bytes.AsSpan().IndexOf("Board issues Festival-2025"u8);
        Assert.True(at > 0);
        bytes[at] ^= 1;
        File.WriteAllBytes(copy, bytes);
        var found = Given.Command("verify", copy);
        Assert.Equal(ExitCode.Findings, found.Code);
        Assert.Contains("changed: entry 15 is not the one that was appended", found.Output, StringComparison.Ordinal);
        Assert.Contains("The first 15 entries hold, up to entry 14.", found.Output, StringComparison.Ordinal);
        var refused = Given.Command("restore", copy, saved);
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Contains("--what-holds", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("7 entries that do not hold were left out", Fine("restore", copy, saved, "--what-holds"), StringComparison.Ordinal);
        Assert.Contains("all 15 entries hold", Fine("verify", saved), StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_and_a_sealed_act_are_erased_with_a_record_and_the_history_holds()
    {
        var data = _folder.With("chair.txt", "PLANTED Ada Lloyd, Chapel Row 4");
        var id = Fine("person", Ledger, "--set", data).Trim();
        Assert.StartsWith("p-", id, StringComparison.Ordinal);
        Assert.Equal("PLANTED Ada Lloyd, Chapel Row 4\n", Fine("person", Ledger, id));
        Assert.Contains(id, Fine("person", Ledger), StringComparison.Ordinal);
        Fine("act", Ledger, "2024-09-30 Board records \"PLANTED secret\"", "--visibility", "secret", "--attach", data);
        foreach (var what in (string[])[id, "22", HashOf(data)])
            Assert.Contains("is recorded as entry", Fine("erase", Ledger, what, "--because", "an order"), StringComparison.Ordinal);
        Assert.Equal(-1, File.ReadAllBytes(Ledger).AsSpan().IndexOf("PLANTED"u8));
        var verified = Fine("verify", Ledger);
        Assert.Contains("all 26 entries hold", verified, StringComparison.Ordinal);
        Assert.Contains("Of what is not here, erased by record: 1; withheld from this copy, or lost: 0.", verified, StringComparison.Ordinal);
        Assert.Contains("no personal data", Given.Command("person", Ledger, id).Errors, StringComparison.Ordinal);
        foreach (var what in (string[])[id, "22", "3", "99", "nobody"])
            Assert.Contains("nothing to erase", Given.Command("erase", Ledger, what, "--because", "x").Errors, StringComparison.Ordinal);
        Assert.Contains("with its reason", Given.Command("erase", Ledger, "3").Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", Fine("export", Ledger, "--format", "jsonl"), StringComparison.Ordinal);
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));

    [Fact]
    public void Nothing_is_left_beside_a_ledger_that_was_only_read()
    {
        Fine("verify", Ledger);
        Fine("run", _folder.Path);
        Assert.Equal(["ledger.foedus"], Directory.GetFiles(_folder.Path, "ledger*").Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_told()
    {
        var other = _folder.With("other.foedus", new string('x', 5000));
        foreach (var verb in (string[])["verify", "export", "run"])
        {
            var given = Given.Command(verb, other);
            Assert.Equal(ExitCode.Usage, given.Code);
            Assert.Contains("is not a ledger", given.Errors, StringComparison.Ordinal);
        }

        Assert.Contains("several ledgers", Given.Command("run", _folder.Path).Errors, StringComparison.Ordinal);
        Assert.Contains("there is no ledger at", Given.Command("verify", Path.Combine(_folder.Path, "none.foedus")).Errors, StringComparison.Ordinal);
        Assert.Contains("there is no ledger in", Given.Command("verify", Given.Example("choirs")).Errors, StringComparison.Ordinal);
        Assert.Contains("is no name for a ledger", Given.Command("import", Source, Path.Combine(_folder.Path, "ledger.db")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_for_programs_fit_their_schemas()
    {
        var key = Path.Combine(_folder.Path, "key");
        Fits("import", Source, Path.Combine(_folder.Path, "new.foedus"), "--under", "A1");
        Fits("key", Ledger, key);
        Fits("act", Ledger, Vote, "--sign", key, "--once", "m");
        Fits("act", Ledger, Vote, "--once", "m");
        Fits("act", Ledger, Nonsense);
        Fits("verify", Ledger);
        var data = _folder.With("data.txt", "data");
        Fits("person", Ledger, "p-1", "--set", data);
        Fits("person", Ledger, "p-1");
        Fits("person", Ledger);
        Fits("erase", Ledger, "p-1", "--because", "x", "--sign", key);
        Fits("export", Ledger, "--format", "csv", "--to", Path.Combine(_folder.Path, "x.csv"));
        Fits("export", Ledger, "--format", "tiles", "--to", Path.Combine(_folder.Path, "tiles"));
        Fits("backup", Ledger, Path.Combine(_folder.Path, "copy.foedus"));
        Fits("restore", Path.Combine(_folder.Path, "copy.foedus"), Path.Combine(_folder.Path, "back.foedus"));
    }

    private static void Fits(params string[] words)
    {
        var given = Given.Command([.. words, "--json"]);
        Assert.True(given.Code is ExitCode.Fine or ExitCode.Findings, given.All);
        var problems = JsonSchema.Read(Path.Combine(CommandRun.Root, "docs", "json", words[0] + ".schema.json")).Problems(JsonDocument.Parse(given.Output).RootElement);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(20)));
    }

    private static string Fine(params string[] words)
    {
        var given = Given.Command(words);
        Assert.True(given.Code == ExitCode.Fine, given.All);
        return given.Output;
    }

    private static string Root(string ledger) => JsonDocument.Parse(Fine("verify", ledger, "--json")).RootElement.GetProperty("root").GetString()!;
}
