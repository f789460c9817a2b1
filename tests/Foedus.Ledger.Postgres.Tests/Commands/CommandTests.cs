using System.Text;
using Foedus.Cli.Hosting;
using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Postgres.Tests.Stores;
using Foedus.Ledger.Tests;

namespace Foedus.Ledger.Postgres.Tests.Commands;

/// <summary>The command over a ledger in PostgreSQL, on the choirs' first year.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Vote = "2024-09-30 Board votes on Tour-Fund, for 6, against 3";

    private readonly PostgresServer _server;
    private readonly ScratchFolder _folder = new();
    private readonly string _database;

    public CommandTests(PostgresServer server)
    {
        _server = server;
        _database = server.Lend();
        foreach (var file in Directory.GetFiles(Path.Combine(Document.Root, "examples", "choirs")))
            File.Copy(file, _folder.File(Path.GetFileName(file)));
    }

    private string Address => _server.Address(_database);

    public void Dispose()
    {
        _folder.Dispose();
        _server.GiveBack(_database);
    }

    [Fact]
    public void A_ledger_moves_to_the_server_and_back_and_the_root_stays()
    {
        var file = _folder.File("ledger.foedus");
        Fine("import", _folder.File("first-year.journal"), file, "--under", "A1");
        var there = Fine("migrate", file, Address);
        Assert.Contains("both hold the same 22 entries", there, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Password, there, StringComparison.Ordinal);
        var back = Fine("migrate", Address, _folder.File("back.foedus"));
        Assert.Equal(there.Split("root ")[1], back.Split("root ")[1]);
        Fine("backup", Address, _folder.File("copy.foedus"));
        Assert.Equal(Fine("verify", file), Fine("verify", _folder.File("copy.foedus")));
        Assert.Equal(Fine("export", file), Fine("export", Address));
        Assert.Equal(Fine("export", file, "--format", "jsonl"), Fine("export", Address, "--format", "jsonl"));
    }

    [Fact]
    public void A_file_that_holds_the_address_makes_every_verb_work_on_the_server()
    {
        var file = _folder.File("ledger.foedus");
        Fine("import", _folder.File("first-year.journal"), Address, "--under", "A1");
        File.WriteAllText(file, Address + "\n");
        Assert.Contains("Recorded as entry 22", Fine("act", _folder.Path, Vote), StringComparison.Ordinal);
        Assert.Contains("Board votes on Tour-Fund, for 6, against 3", Given("run", _folder.Path).Output, StringComparison.Ordinal);
        Assert.Contains("all 23 entries hold", Fine("verify", _folder.Path), StringComparison.Ordinal);
        Assert.Contains("Tour-Fund, for 6", Fine("follow", file, "--from", "22", "--to", "23"), StringComparison.Ordinal);
    }

    [Fact]
    public void Following_shows_what_another_program_appends()
    {
        Fine("import", _folder.File("first-year.journal"), Address, "--under", "A1");
        File.WriteAllText(_folder.File("ledger.foedus"), Address);
        var following = Task.Run(() => Fine("follow", Address, "--from", "20", "--to", "24"));
        Fine("act", _folder.Path, Vote);
        Given("act", _folder.Path, "2024-10-01 Lantern issues Nonsense, programme on festivals", "--attempt");
        Assert.Equal(["20", "21", "22", "23"], following.Result.Split('\n').Where(l => l.Length > 0 && l[0] != ' ').Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public void A_change_behind_our_back_is_named_and_ends_with_1()
    {
        Fine("import", _folder.File("first-year.journal"), Address, "--under", "A1");
        _server.Execute(_database, "SET session_replication_role = replica; UPDATE foedus.entry SET bytes = set_byte(bytes, 70, get_byte(bytes, 70) # 1) WHERE position = 7");
        var given = Given("verify", Address);
        Assert.Equal(ExitCode.Findings, given.Code);
        Assert.Contains("entry 7 is not the one that was appended", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_password_is_told_of_and_not_told()
    {
        var given = Given("verify", $"postgres://steward:wrong-s3cret@/{_database}?host={_server.Socket}");
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains("does not let this user in", given.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", given.Output, StringComparison.Ordinal);
    }

    private static string Fine(params string[] words)
    {
        var (code, output) = Given(words);
        Assert.True(code == ExitCode.Fine, output);
        return output;
    }

    private static (ExitCode Code, string Output) Given(params string[] words)
    {
        using var output = new MemoryStream();
        ExitCode code;
        using (var terminal = new Terminal(output, output, colouredOutput: false, colouredErrors: false))
            code = Host.Run(words, terminal);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }
}
