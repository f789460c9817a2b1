using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Foedus.Ledger.Postgres.Tests.Server;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Foedus.Ledger.Postgres.Tests.Server;

/// <summary>
/// A private server for one run of the tests: in a temporary folder, reached by a socket in that folder alone, with a password made for the run, as
/// a user without rights, flushing to the disk as a server does. It is started by the first test that asks for it.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    public const string Superuser = "steward";

    private readonly Lock _starting = new();
    private readonly ConcurrentBag<string> _free = [];
    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private string? _folder;
    private string? _trouble;
    private int _databases;

    /// <summary>The password of everybody who has one.</summary>
    public string Password => _password;

    /// <summary>The folder of its socket.</summary>
    public string Socket => _folder ?? throw new InvalidOperationException("not started");

    private string Data => Path.Combine(Socket, "data");

    /// <summary>A database without tables of ours: one that was given back, or a new one.</summary>
    public string Lend()
    {
        Need();
        if (_free.TryTake(out var free))
            return free;
        var name = string.Create(CultureInfo.InvariantCulture, $"d{Interlocked.Increment(ref _databases)}");
        Execute("postgres", $"CREATE DATABASE {name}");
        return name;
    }

    /// <summary>Takes a database back, and with it whatever was left there; to make one is dear.</summary>
    public void GiveBack(string database)
    {
        Execute(database, "SET client_min_messages = error; DROP SCHEMA IF EXISTS foedus CASCADE");
        _free.Add(database);
    }

    /// <summary>The address of a ledger.</summary>
    public string Address(string database, string federation = "league-of-choirs", string user = Superuser)
    {
        Need();
        return $"postgres://{user}:{_password}@/{database}?host={Socket}&federation={federation}";
    }

    /// <summary>Runs statements as the superuser.</summary>
    public void Execute(string database, string statements)
    {
        using var connection = Connect(database);
        using var command = new NpgsqlCommand(statements, connection);
        command.ExecuteNonQuery();
    }

    public object? Value(string database, string query)
    {
        using var connection = Connect(database);
        using var command = new NpgsqlCommand(query, connection);
        return command.ExecuteScalar();
    }

    public NpgsqlConnection Connect(string database, string user = Superuser)
    {
        Need();
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = Socket, Database = database, Username = user, Password = _password, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Stops the server as a crash would, without a checkpoint, and starts it again.</summary>
    public void Crash() => Run("pg_ctl", "restart", "-D", Data, "-m", "immediate", "-w", "-s", "-l", Path.Combine(Socket, "log"), "-o", Options);

    /// <summary>Every file of a database, and not those of the write-ahead log.</summary>
    public IEnumerable<string> FilesOf(string database)
    {
        Execute(database, "CHECKPOINT");
        var number = Value(database, $"SELECT oid::bigint FROM pg_database WHERE datname = '{database}'");
        return Directory.EnumerateFiles(Path.Combine(Data, "base", string.Create(CultureInfo.InvariantCulture, $"{number}")));
    }

    /// <summary>Runs a program of PostgreSQL; gives what it printed.</summary>
    public string Run(string program, params string[] arguments)
    {
        var (exit, output) = TryRun(program, arguments);
        return exit == 0 ? output : throw new InvalidOperationException($"{program} ended with {exit}: {output}");
    }

    public void Dispose()
    {
        if (_folder is null)
            return;
        if (_trouble is null)
            TryRun("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-s", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    private string Options => $"-k {Socket} -c listen_addresses='' -c max_connections=150 -c shared_buffers=64MB";

    /// <summary>Starts it if it is not; a test that needs it and cannot have it says so, and fails where every test has to run.</summary>
    private void Need()
    {
        lock (_starting)
        {
            if (_folder is null && _trouble is null)
                Start();
        }

        if (_trouble is null)
            return;
        var sentence = $"needs a server of PostgreSQL 15 or later, which is not to be had here ({_trouble}): apt-get install postgresql";
        if (Environment.GetEnvironmentVariable("CI") is "true" or "1")
            Assert.Fail(sentence);
        Assert.Skip(sentence);
    }

    private void Start()
    {
        if (PostgresPrograms.Folder is null)
        {
            _trouble = "initdb was not found";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("foedus-pg-").FullName;
        var words = Path.Combine(_folder, "password");
        File.WriteAllText(words, _password);
        Directory.CreateDirectory(Data);
        if (Environment.IsPrivilegedProcess)
        {
            using var own = Process.Start("chown", ["-R", User, _folder]);
            own.WaitForExit();
        }

        var (made, told) = TryRun("initdb", "-D", Data, "-U", Superuser, "-A", "scram-sha-256", "--pwfile", words, "-E", "UTF8", "--locale=C", "-N");
        File.Delete(words);
        if (made == 0)
            (made, told) = TryRun("pg_ctl", "start", "-D", Data, "-w", "-s", "-l", Path.Combine(_folder, "log"), "-o", Options);
        if (made != 0)
            _trouble = told.ReplaceLineEndings(" ");
        else
            Guard();
    }

    // Should this process be killed, the server does not outlive it for long.
    private void Guard()
    {
        var script = $"while test -d /proc/{Environment.ProcessId} || kill -0 {Environment.ProcessId} 2>/dev/null; do sleep 1; done; test -d {Data} || exit; '{PostgresPrograms.Folder}/pg_ctl' stop -D {Data} -m immediate -s; rm -rf {_folder}";
        using var guard = Process.Start(Start("/bin/sh", ["-c", script]));
    }

    private (int Exit, string Output) TryRun(string program, params string[] arguments)
    {
        using var process = Process.Start(Start(Path.Combine(PostgresPrograms.Folder!, program), arguments))!;
        // The server goes on and keeps what it inherited open, so that the end of the output would never come: it is written to a file instead.
        process.WaitForExit();
        var output = Path.Combine(_folder!, "output");
        return (process.ExitCode, File.Exists(output) ? File.ReadAllText(output) : "");
    }

    private ProcessStartInfo Start(string program, string[] arguments)
    {
        // Servers refuse to run as root, so a root gives up its rights first.
        var words = new List<string>();
        if (Environment.IsPrivilegedProcess)
            words.AddRange(["setpriv", "--reuid", User, "--regid", User, "--clear-groups", "--"]);
        words.Add(program);
        words.AddRange(arguments);
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = _folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" > \"$0\" 2>&1 < /dev/null");
        start.ArgumentList.Add(Path.Combine(_folder!, "output"));
        foreach (var word in words)
            start.ArgumentList.Add(word);
        start.Environment["PGPASSWORD"] = _password;
        start.Environment["PGUSER"] = Superuser;
        start.Environment["PGHOST"] = _folder;
        start.Environment.Remove("PGDATA");
        return start;
    }

    // Debian's package makes the user; where it is missing, the user of nobody will do.
    private static string User { get; } = File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
}
