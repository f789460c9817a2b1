using System.Text.Json;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;
using Foedus.Cli.Tests.Json;
using Foedus.Cli.Tests.Transcripts;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>Following and moving a ledger, on the choirs' first year.</summary>
public sealed class FollowAndMigrateTests : IDisposable
{
    private readonly Folder _folder = new();

    public FollowAndMigrateTests()
    {
        foreach (var file in Directory.GetFiles(Given.Example("choirs")))
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        Fine("import", Path.Combine(_folder.Path, "first-year.journal"), Ledger, "--under", "A1");
    }

    private string Ledger => Path.Combine(_folder.Path, "ledger.foedus");

    private string Other => Path.Combine(_folder.Path, "other.foedus");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_there_is_shown_in_order_up_to_the_position_that_was_asked_for()
    {
        var lines = Fine("follow", Ledger, "--from", "2", "--to", "5").Split('\n');
        Assert.Equal(["2", "3", "4"], lines.Where(l => l.Length > 0 && l[0] != ' ').Select(l => l.Split(' ')[0]));
        Assert.Empty(Fine("follow", Ledger, "--from", "5", "--to", "5"));
    }

    [Fact]
    public void What_is_appended_meanwhile_is_shown()
    {
        var following = Task.Run(() => Fine("follow", Ledger, "--to", "23"));
        while (!following.IsCompleted)
        {
            Given.Command("act", Ledger, "2024-09-30 Board votes on Tour-Fund, for 6, against 3", "--attempt");
            Thread.Sleep(50);
        }

        Assert.Contains("Board votes on Tour-Fund, for 6, against 3", following.Result, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_entry_is_a_line_for_a_program_and_fits_the_schema()
    {
        var schema = JsonSchema.Read(Path.Combine(CommandRun.Root, "docs", "json", "follow.schema.json"));
        var lines = Fine("follow", Ledger, "--from", "0", "--to", "22", "--json").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(22, lines.Length);
        Assert.All(lines, line => Assert.Empty(schema.Problems(JsonDocument.Parse(line).RootElement)));
    }

    [Fact]
    public void What_is_not_public_is_withheld_where_that_is_asked()
    {
        var table = _folder.With("kinds.txt", "votes secret\n");
        Fine("import", Path.Combine(_folder.Path, "first-year.journal"), Other, "--under", "A1", "--visibility", table);
        var shown = Fine("follow", Other, "--from", "0", "--to", "22", "--public");
        Assert.Contains("(secret, withheld or erased)", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(" votes on ", shown, StringComparison.Ordinal);
        Assert.Contains(" votes on ", Fine("follow", Other, "--from", "0", "--to", "22"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_moves_and_both_hold_the_same_and_what_comes_later_follows()
    {
        var first = Fine("migrate", Ledger, Other);
        Assert.Contains("both hold the same 22 entries, root ", first, StringComparison.Ordinal);
        Assert.Contains(first.Split("root ")[1].Trim(), Fine("verify", Ledger), StringComparison.Ordinal);
        Fine("act", Ledger, "2024-09-30 Board votes on Tour-Fund, for 6, against 3");
        Assert.Contains("both hold the same 23 entries", Fine("migrate", Ledger, Other), StringComparison.Ordinal);
        var json = JsonDocument.Parse(Fine("migrate", Ledger, Other, "--json")).RootElement;
        Assert.Empty(JsonSchema.Read(Path.Combine(CommandRun.Root, "docs", "json", "migrate.schema.json")).Problems(json));
    }

    [Fact]
    public void A_target_with_another_history_is_refused_and_left_as_it_is()
    {
        Fine("import", Path.Combine(_folder.Path, "first-year.journal"), Other, "--attempt");
        var before = Fine("verify", Other);
        var refused = Given.Command("migrate", Ledger, Other);
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Contains("another history", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Fine("verify", Other));
        Assert.Equal(ExitCode.Usage, Given.Command("migrate", Ledger, Ledger).Code);
    }

    [Theory]
    [InlineData("follow|postgres://ada:s3cret@127.0.0.1:1/acts?connect_timeout=1", "cannot be reached")]
    [InlineData("verify|postgres://ada:s3cret@/", "names no database")]
    [InlineData("verify|postgres://h/d?pasword=s3cret", "nothing else")]
    [InlineData("run|postgres://ada:s3cret@h/d", "***@h/d")]
    [InlineData("verify|a|postgres://ada:s3cret@h/d", "***@h/d")]
    [InlineData("follow|env:FOEDUS_NO_SUCH_VARIABLE", "no environment variable FOEDUS_NO_SUCH_VARIABLE")]
    [InlineData("follow|x.foedus", "there is no ledger at x.foedus")]
    [InlineData("follow|.|--from=-1", "counted from 0")]
    public void What_cannot_be_opened_is_told_without_a_password(string typed, string sentence)
    {
        var given = Given.Command(typed.Split('|'));
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains(sentence, given.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", given.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_may_hold_the_address_of_a_ledger_in_its_place()
    {
        File.WriteAllText(Other, "postgres://ada:s3cret@127.0.0.1:1/acts?connect_timeout=1&federation=choirs\n");
        var given = Given.Command("verify", Other);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains("postgres://127.0.0.1:1/acts?federation=choirs cannot be reached", given.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", given.All, StringComparison.Ordinal);
    }

    private static string Fine(params string[] words)
    {
        var given = Given.Command(words);
        Assert.True(given.Code == ExitCode.Fine, given.All);
        return given.Output;
    }
}
