using System.Diagnostics;
using System.Globalization;
using Foedus.Counting;
using Foedus.Counting.Tests.Fixtures;

namespace Foedus.Bench.Tallies;

/// <summary>
/// Times transferable counts: all 55 Scottish wards by each rule, a hard file for exact Meek, how cost grows with different
/// rankings, and the reading of a large file. Best of several runs. Exit code 1 if an aim is missed.
/// </summary>
public static class TallyTimes
{
    public static int Run(TextWriter output)
    {
        var fine = true;
        var wards = ScottishWard.All;
        var ballots = wards.Sum(ward => (double)ward.Contest.Total);
        output.WriteLine("what | aim | processor | rate");
        foreach (var (rule, least) in ((string, double)[])[("scottish", 2e6), ("wig", 0), ("ers97", 0), ("senate", 0), ("meek-prf", 2e5), ("meek", 0), ("warren", 0)])
            Rate($"55 wards, {rule}", ballots, least, 12, () => wards.Sum(ward => Rounds(rule, ward.Contest)));

        foreach (var seed in (ReadOnlySpan<int>)[1, 2, 3])
        {
            var hard = RandomBallots.Contest(25, 7, 500, seed);
            Limit($"500 random rankings of 25 for 7 seats, exact meek, {seed}", 10_000, 3, () => Rounds("meek", hard));
            Limit($"500 random rankings of 25 for 7 seats, exact warren, {seed}", 10_000, 3, () => Rounds("warren", hard));
        }

        foreach (var rankings in (ReadOnlySpan<int>)[10_000, 100_000, 1_000_000])
        {
            var many = RandomBallots.Contest(12, 5, rankings, 4);
            foreach (var rule in (ReadOnlySpan<string>)["scottish", "meek-prf", "meek"])
                Limit(string.Create(CultureInfo.InvariantCulture, $"{rankings:N0} random rankings of 12 for 5 seats, {rule}"), 10_000, 2, () => Rounds(rule, many));
        }

        var file = RandomBallots.Blt(10, 4, 5_000_000);
        Rate(string.Create(CultureInfo.InvariantCulture, $"reading BLT, 5,000,000 ballots, {file.Length / 1_000_000} MB"), 5e6, 0, 2, () =>
        {
            using var stream = new MemoryStream(file);
            return BallotFiles.Read(BallotFormat.Blt, stream).Contest!.Ballots.Length;
        });
        return fine ? 0 : 1;

        void Rate(string what, double papers, double least, int runs, Func<int> work)
        {
            var took = Best(runs, work);
            var rate = papers / took;
            fine &= rate >= least;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} | {(least > 0 ? $"{least:N0} ballots/s" : "none")} | {took * 1000:N1} ms | {rate:N0} ballots/s"));
        }

        void Limit(string what, double aim, int runs, Func<int> work)
        {
            var took = Best(runs, work) * 1000;
            fine &= took <= aim;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} | under {aim:N0} ms | {took:N1} ms |"));
        }
    }

    private static int Rounds(string rule, Contest contest) =>
        TallyRules.Find(rule)!.Run(contest, TallyOptions.Default with { Ties = TieBreaking.Lot("bench") }) is Tallied tallied ? tallied.Rounds.Length : throw new InvalidOperationException(rule);

    // Seconds of processor time, the least of the runs after a few that warm up.
    private static double Best(int runs, Func<int> work)
    {
        var least = double.MaxValue;
        for (var run = -(runs / 4); run < runs; run++)
        {
            using var process = Process.GetCurrentProcess();
            var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
            work();
            var wall = watch.Elapsed.TotalSeconds;
            process.Refresh();
            if (run >= 0) least = Math.Min(least, Math.Min(wall, (process.TotalProcessorTime - before).TotalSeconds is var used and > 0.02 ? used : wall));
        }

        return least;
    }
}
