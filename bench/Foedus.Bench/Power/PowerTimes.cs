using System.Diagnostics;
using System.Globalization;
using Foedus.Counting;

namespace Foedus.Bench.Power;

/// <summary>Times the indices of voting power on the games that the aims name, and how the cost grows. Exit code 1 if an aim is missed by the time of the processor.</summary>
public static class PowerTimes
{
    public static int Run(TextWriter output)
    {
        var missed = 0;
        output.WriteLine("game | index | aim | processor | wall");
        var union = PowerGames.EuropeanUnion();
        missed += Time(output, "Council of the EU, persons", "Banzhaf", 200, 5, () => VotingPower.Swings(union));
        missed += Time(output, "Council of the EU, persons", "Shapley-Shubik", 200, 5, () => VotingPower.ShapleyShubik(union));
        var states = PowerGames.UnitedStates();
        missed += Time(output, "United States, 537 players", "Banzhaf", 100, 5, () => VotingPower.Swings(states));
        missed += Time(output, "United States, 537 players", "Shapley-Shubik", 100, 5, () => VotingPower.ShapleyShubik(states));
        var fund = PowerGames.Fund(190, 5_000_000, Ratio.Parse("85%"));
        missed += Time(output, "fund of 190, 5,000,000 votes, 85%", "Banzhaf", 10_000, 2, () => VotingPower.Swings(fund));
        missed += Time(output, "fund of 190, 5,000,000 votes, 85%", "Shapley-Shubik", 10_000, 2, () => VotingPower.ShapleyShubik(fund));
        Others(output, union);
        Curves(output);
        return missed > 0 ? 1 : 0;
    }

    private static void Others(TextWriter output, VotingGame union)
    {
        var majority = PowerGames.DoubleMajority();
        Time(output, "double majority of 27, thousands", "Banzhaf", null, 5, () => VotingPower.Swings(majority));
        Time(output, "double majority of 27, thousands", "Shapley-Shubik", null, 5, () => VotingPower.ShapleyShubik(majority));
        Time(output, "Council of the EU, persons", "minimal winning coalitions", null, 1, () => VotingPower.MinimalWinning(union));
        Time(output, "Council of the EU, persons", "Johnston", null, 1, () => VotingPower.Johnston(union));
        var watch = Stopwatch.StartNew();
        PowerEstimate.Of(union, 100_000, 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Council of the EU, persons | estimate of 100,000 coalitions | | | {watch.Elapsed.TotalMilliseconds:N1} ms"));
    }

    /// <summary>How the cost grows: with the members where halves meet, with members and votes where sums are tabled.</summary>
    private static void Curves(TextWriter output)
    {
        foreach (var members in (int[])[16, 20, 24, 28, 32, 36])
        {
            var game = PowerGames.Large(members);
            Time(output, $"double majority of {members}, persons", "Shapley-Shubik", null, 1, () => VotingPower.ShapleyShubik(game));
        }

        foreach (var (members, votes) in ((int, long)[])[(50, 500_000), (100, 500_000), (190, 500_000), (190, 1_000_000), (190, 2_000_000)])
        {
            var game = PowerGames.Fund(members, votes, Ratio.Parse("85%"));
            Time(output, string.Create(CultureInfo.InvariantCulture, $"fund of {members}, {votes:N0} votes, 85%"), "Shapley-Shubik", null, 1, () => VotingPower.ShapleyShubik(game));
        }
    }

    private static int Time<T>(TextWriter output, string game, string index, double? aim, int runs, Func<PowerAnswer<T>> work)
        where T : class
    {
        var (least, wall) = (double.MaxValue, double.MaxValue);
        var known = true;
        for (var run = 0; run <= runs; run++)
        {
            var (before, watch) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            known &= work().IsKnown;
            if (run == 0 && runs > 2) continue;
            wall = Math.Min(wall, watch.Elapsed.TotalMilliseconds);
            least = Math.Min(least, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{game} | {index} | {(aim is { } most ? $"under {most:N0} ms" : "")} | {least:N1} ms | {wall:N1} ms{(known ? "" : " | NOT WITHIN THE BUDGET")}"));
        return known && (aim is null || least <= aim) ? 0 : 1;
    }
}
