using System.Diagnostics;
using System.Globalization;
using Foedus.Counting;

namespace Foedus.Bench.Condorcet;

/// <summary>
/// Times methods of pairs on generated rankings of all candidates, warm, for 25 to 200 candidates. Exit code 1 if Schulze or ranked pairs
/// with 100 candidates and 1,000 ballots take longer than they may.
/// </summary>
public static class CondorcetTimes
{
    /// <summary>What one count from ballots to winner may take, in milliseconds of the processor.</summary>
    public const double Limit = 100;

    private static readonly string[] Rules = ["schulze", "ranked-pairs", "ranked-pairs-winning-votes", "copeland", "minimax"];

    public static int Run(int ballots, TextWriter output)
    {
        var kept = true;
        foreach (var candidates in (int[])[25, 50, 100, 200])
        {
            foreach (var name in Rules)
            {
                var rule = TallyRules.Find(name)!;

                // One way alone, as with a lot given; and all ways of an open tie, at most 64.
                var (settled, _) = Time(rule, candidates, ballots, new TallyOptions(TieBreaking.Lot("bench"), []));
                var (open, ways) = Time(rule, candidates, ballots, TallyOptions.Default);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name,-27} {candidates,4} candidates, {ballots:N0} ballots: {settled:N2} ms with a lot, {open:N2} ms with ties left open ({ways} ways)"));
                if (candidates == 100 && name is ("schulze" or "ranked-pairs")) kept &= Math.Max(settled, open) <= Limit;
            }
        }

        foreach (var many in (int[])[100_000, 1_000_000])
        {
            var contest = Random(12, many, 20_261_122);
            foreach (var name in Rules.AsSpan(0, 2))
            {
                // The first rule pays for counting the pairs; a contest of other papers is a new one.
                var fresh = contest.WithSeats(1);
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                TallyRules.Find(name)!.Run(fresh, TallyOptions.Default);
                var spent = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-27}   12 candidates, {many:N0} rankings: {spent:N0} ms"));
            }
        }

        return kept ? 0 : 1;
    }

    // The least of several runs, in milliseconds of the processor. A contest is new for each run: nothing is remembered between them.
    private static (double Least, int Ways) Time(TallyRule rule, int candidates, int ballots, TallyOptions options)
    {
        var least = double.MaxValue;
        var ways = 1;
        for (var run = 0; run < 5; run++)
        {
            var contest = Random(candidates, ballots, 20_261_122);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var result = rule.Run(contest, options);
            least = Math.Min(least, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
            ways = result is TallyUndetermined undetermined ? undetermined.Ways.Length : 1;
        }

        return (least, ways);
    }

    private static Contest Random(int candidates, int ballots, int seed)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(0, candidates).ToArray();
        return Contest.Create(
            [.. order.Select(i => new Candidate(string.Create(CultureInfo.InvariantCulture, $"C{i + 1}")))],
            1,
            [
                .. Enumerable.Range(0, ballots).Select(_ =>
                {
                    random.Shuffle(order);
                    return RankedBallot.Strict(1, order);
                }),
            ]);
    }
}
