using System.Diagnostics;
using System.Globalization;
using Foedus.Counting;

namespace Foedus.Bench.Power;

/// <summary>Times the indices of voting power on the games that the aims name, and how the cost grows. Exit code 1 if an aim is missed.</summary>
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
        return missed > 0 ? 1 : 0;
    }

    private static int Time<T>(TextWriter output, string game, string index, double aim, int runs, Func<PowerAnswer<T>> work)
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
            $"{game} | {index} | under {aim:N0} ms | {least:N1} ms | {wall:N1} ms{(known ? "" : " | NOT WITHIN THE BUDGET")}"));
        return known && wall <= aim ? 0 : 1;
    }
}
