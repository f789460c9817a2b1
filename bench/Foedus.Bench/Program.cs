using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Foedus.Bench.Charter;
using Foedus.Bench.Condorcet;
using Foedus.Bench.Engine;
using Foedus.Bench.Kernel;
using Foedus.Bench.Ledgers;
using Foedus.Bench.Power;
using Foedus.Bench.Seats;
using Foedus.Bench.Tallies;

// Each verb times with a stop-watch, may take a number (of acts, lines, versions, ballots), and exits with 1 if a limit is passed.
// Anything else goes to BenchmarkDotNet.
var verb = args.Length > 0 ? args[0] : "";
var given = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var number) ? number : 0;
switch (verb)
{
    case "store":
        return StoreTimes.Run(given > 0 ? Math.Max(1000, given) : 2_000_000, Console.Out);
    case "peers":
        return PeerTasks.Run(args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "foedus-peers"), Console.Out);
    case "seats":
        return SeatTimes.Run(Console.Out);
    case "charter":
        return CharterTimes.Run(given > 0 ? given : 2_000, Console.Out);
    case "acts":
        return ActTimes.Run(args.Length > 1 ? args[1] : Path.Combine("examples", "choirs"), Console.Out);
    case "replay":
        return ReplayTimes.Run(given > 0 ? given : 400_000, Console.Out);
    case "rollcall":
        return RollCallTimes.Run(given > 0 ? given : 10_000, Console.Out);
    case "power":
        return PowerTimes.Run(Console.Out);
    case "condorcet":
        return CondorcetTimes.Run(given > 0 ? given : 1_000, Console.Out);
    case "tallies":
        return TallyTimes.Run(Console.Out);
    case "snapshot":
        return SnapshotTimes.Run(given > 0 ? given : 1_000_000, Console.Out);
    case "ledger":
        return LedgerTimes.Run(given > 0 ? given : 1_000_000, Console.Out);
    case "opening":
        return OpeningTimes.Run(given > 0 ? given : 1_000_000, Console.Out);
    case "ledger-postgres":
        return LedgerPostgresTimes.Run(Console.Out);
    default:
        // In this process: building a project for each benchmark would run every analyzer again and take longer than the measuring.
        var inProcess = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkSwitcher.FromAssembly(typeof(StoreTimes).Assembly).Run(args, DefaultConfig.Instance.AddJob(inProcess));
        return 0;
}
