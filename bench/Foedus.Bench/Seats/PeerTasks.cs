using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Foedus.Counting;

namespace Foedus.Bench.Seats;

/// <summary>
/// The tasks of <c>bench/peers/run</c> that are about seats: writes the inputs that the peers read, does each task, and prints a line
/// <c>task, foedus, seconds, check</c> with tabs. The check is the sum of place * seats, places from 1, so that answers can be compared.
/// </summary>
public static class PeerTasks
{
    private static readonly (string Task, ApportionmentMethod Method)[] Methods =
    [
        ("states hamilton", ApportionmentMethod.LargestRemainder), ("states jefferson", ApportionmentMethod.Jefferson),
        ("states webster", ApportionmentMethod.Webster), ("states adams", ApportionmentMethod.Adams), ("states dean", ApportionmentMethod.Dean),
        ("states huntington", ApportionmentMethod.HuntingtonHill), ("states quota", ApportionmentMethod.QuotaMethod),
    ];

    private static readonly (string Task, int Rows, int Columns, int Seats)[] Tables =
    [
        ("table 5x8", 5, 8, 10), ("table 20x30", 20, 30, 10), ("table 40x100", 40, 100, 20), ("table 60x300", 60, 300, 20),
    ];

    public static int Run(string folder, TextWriter output)
    {
        SeatTimes.WarmUp();
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "states.csv"), Census2020.Populations.Select(p => p.ToString(CultureInfo.InvariantCulture)));
        Ratio[] states = [.. Census2020.Populations.Select(p => (Ratio)p)];
        foreach (var (task, method) in Methods)
            Line(task, 3000, () => ((Apportioned)Apportionment.Divide(method, 435, states)).Outcomes().First());
        foreach (var (task, rows, columns, seats) in Tables)
        {
            var division = UnevenVotes.Table(rows, columns, seats, rows);
            var name = Path.Combine(folder, task.Replace("table ", "", StringComparison.Ordinal));
            File.WriteAllLines(name + ".csv", division.Votes.Select(row => string.Join(',', row)));
            File.WriteAllLines(name + ".rows.csv", division.RowSeats.Select(s => s.ToString(CultureInfo.InvariantCulture)));
            File.WriteAllLines(name + ".columns.csv", division.ColumnSeats.Select(s => s.ToString(CultureInfo.InvariantCulture)));
            Line(task, 5, () => [.. ((BiproportionalApportioned)Biproportional.Divide(division)).Seats.SelectMany(row => row)]);
        }

        return 0;

        void Line(string task, int runs, Func<ImmutableArray<long>> work)
        {
            var best = double.MaxValue;
            ImmutableArray<long> answer = [];
            for (var i = 0; i < runs; i++)
            {
                var watch = Stopwatch.GetTimestamp();
                answer = work();
                best = Math.Min(best, Stopwatch.GetElapsedTime(watch).TotalSeconds);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{task}\tfoedus\t{best:G4}\t{answer.Select((seats, i) => seats * (i + 1)).Sum()}"));
        }
    }
}
