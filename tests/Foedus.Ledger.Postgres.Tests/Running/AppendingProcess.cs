using System.Diagnostics;
using System.Globalization;

namespace Foedus.Ledger.Postgres.Tests.Running;

/// <summary>A process of its own that appends until it is killed (SIGKILL on Unix), and what it said was acknowledged.</summary>
internal sealed class AppendingProcess : IDisposable
{
    private readonly Process _process;
    private readonly Thread _listening;
    private readonly List<(int Writer, int Number, long Position)> _acknowledged = [];
    private readonly ManualResetEventSlim _enough = new();
    private int _wanted = int.MaxValue;

    public AppendingProcess(string address, int first, int writers, int named)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Foedus.Ledger.Appender.dll");
        string[] numbers = [.. new[] { first, writers, named }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, address, .. numbers]) { RedirectStandardOutput = true })!;
        _listening = new Thread(Listen);
        _listening.Start();
    }

    /// <summary>What was acknowledged; whole once the process is killed.</summary>
    public IReadOnlyList<(int Writer, int Number, long Position)> Acknowledged
    {
        get
        {
            lock (_acknowledged)
                return [.. _acknowledged];
        }
    }

    /// <summary>Waits until so many more were acknowledged.</summary>
    public void Await(int more)
    {
        lock (_acknowledged)
        {
            _wanted = _acknowledged.Count + more;
            _enough.Reset();
        }

        Assert.True(_enough.Wait(TimeSpan.FromSeconds(60)), "nothing more is acknowledged");
    }

    public void Kill()
    {
        _process.Kill();
        _listening.Join();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        _enough.Dispose();
    }

    // What it said before it died was acknowledged; the last line may be cut short and then has no end.
    private void Listen()
    {
        var said = new List<char>();
        for (int c; (c = _process.StandardOutput.Read()) >= 0;)
        {
            if (c != '\n')
            {
                said.Add((char)c);
                continue;
            }

            var parts = new string([.. said]).Split(' ').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToList();
            said.Clear();
            lock (_acknowledged)
            {
                _acknowledged.Add((parts[0], parts[1], parts[2]));
                if (_acknowledged.Count >= _wanted)
                    _enough.Set();
            }
        }
    }
}
