using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Foedus.Counting;

namespace Foedus.Bench.Seats;

/// <summary>Times apportionment: fifty states, large houses, and tables. Each line is the best of several runs. Exit code 1 if a limit is passed.</summary>
public static class SeatTimes
{
    public static int Run(TextWriter output)
    {
        var fine = true;
        ImmutableArray<Claim> states = [.. Census2020.Populations.Select(p => new Claim(p, Least: 1))];
        WarmUp();
        foreach (var method in Enum.GetValues<ApportionmentMethod>())
        {
            if (method == ApportionmentMethod.SwissArticle17) Line("50 states, 435 seats, " + ApportionmentMethods.Name(method), 20, 3000, Divide(method, 435, states.Select(s => s.Figure)));
            else Line("50 states, 435 seats, " + ApportionmentMethods.Name(method), 20, 3000, () => Apportionment.Divide(new Division(method, 435, states)));
        }

        foreach (var parties in (ReadOnlySpan<int>)[1_000, 10_000, 100_000])
        {
            var votes = new UnevenVotes(7);
            Ratio[] figures = [.. Enumerable.Range(0, parties).Select(_ => (Ratio)votes.Next())];
            foreach (var rule in (ReadOnlySpan<ApportionmentMethod>)[ApportionmentMethod.Jefferson, ApportionmentMethod.Webster, ApportionmentMethod.HuntingtonHill, ApportionmentMethod.LargestRemainder])
                Line(string.Create(CultureInfo.InvariantCulture, $"{parties:N0} parties, {parties * 10:N0} seats, {ApportionmentMethods.Name(rule)}"), 1_000_000, 3, Divide(rule, parties * 10L, figures));
        }

        {
            var votes = new UnevenVotes(7);
            ImmutableArray<Claim> capped = [.. Enumerable.Range(0, 100_000).Select(i => new Claim(votes.Next(), i % 3, i % 7 == 0 ? 5 : null))];
            Line("100,000 parties, 1,000,000 seats, webster with floors and caps", 1_000_000, 3, () => Apportionment.Divide(new Division(DivisorRule.Webster, 1_000_000, capped)));
        }

        foreach (var (rows, columns, seats) in (ReadOnlySpan<(int, int, int)>)[(5, 8, 10), (10, 20, 10), (20, 30, 10), (40, 100, 20), (60, 300, 20), (120, 600, 20)])
        {
            var division = UnevenVotes.Table(rows, columns, seats, rows);
            Line($"table {rows}x{columns}, {columns * seats} seats, biproportional", rows <= 60 ? 1_000_000 : 10_000_000, 3, () => Biproportional.Divide(division));
        }

        return fine ? 0 : 1;

        static Func<object> Divide(ApportionmentMethod method, long house, IEnumerable<Ratio> figures)
        {
            ImmutableArray<Claim> claims = [.. figures.Select(figure => new Claim(figure))];
            return () => Apportionment.Divide(new Division(method, house, claims));
        }

        void Line(string what, double limit, int runs, Func<object> work)
        {
            var best = double.MaxValue;
            for (var i = 0; i < runs; i++)
            {
                var watch = Stopwatch.GetTimestamp();
                work();
                best = Math.Min(best, Stopwatch.GetElapsedTime(watch).TotalMicroseconds);
            }

            fine &= best <= limit;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{best:F1} us{(best <= limit ? "" : "\tabove the aim of " + limit + " us")}"));
        }
    }

    /// <summary>The compiler works in the background: it is given calls and time.</summary>
    public static void WarmUp()
    {
        ImmutableArray<Claim> states = [.. Census2020.Populations.Select(p => new Claim(p, Least: 1))];
        for (var round = 0; round < 4; round++)
        {
            foreach (var method in Enum.GetValues<ApportionmentMethod>())
                for (var i = 0; i < 100; i++) Apportionment.Divide(new Division(method, 435, states));
            Biproportional.Divide(UnevenVotes.Table(20, 30, 10, round));
            Thread.Sleep(250);
        }
    }
}
