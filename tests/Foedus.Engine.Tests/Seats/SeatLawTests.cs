using FsCheck;
using FsCheck.Fluent;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Tests.Seats;

/// <summary>What holds of every count: the report is what running every reading by itself gives.</summary>
public sealed class SeatLawTests
{
    [Fact]
    public void A_report_agrees_with_every_reading_run_by_itself()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (f, body) = Random(seed);
            var report = f.Report(body);
            return Worlds(f).All(world =>
            {
                var alone = f.Count(body, s => world[s]);
                var way = report.Ways.Single(w => w.Readings.All(r => world[r.Silence.Id] == r.Reading));
                return way.Count.Range == alone.Range && way.Count.Shares.SequenceEqual(alone.Shares);
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Seats_turn_on_a_silence_exactly_where_reading_it_otherwise_changes_them()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (f, body) = Random(seed);
            var report = f.Report(body);
            var worlds = Worlds(f).Select(w => (World: w, Count: f.Count(body, s => w[s]))).ToList();
            return report.Units.All(unit =>
            {
                var answer = report.Of(unit);
                var turns = f.Silences.Where(s => worlds.Any(a => worlds.Any(b =>
                    DifferOnlyIn(a.World, b.World, s.Id) && a.Count.Of(unit) != b.Count.Of(unit))));
                return turns.Select(s => s.Id).SequenceEqual(answer.Turns.Select(s => s.Id).Order())
                    && worlds.Select(w => w.Count.Of(unit)).ToHashSet().SetEquals(answer.Values);
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Assumptions_restrict_a_report_to_the_ways_that_they_allow()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (f, body) = Random(seed);
            var assumptions = f.Silences.Where(s => (seed >> (s.Id % 30) & 1) == 1).Select(s => f.Assume("A" + s.Id, s, (seed & int.MaxValue) % s.Ways)).ToList();
            var set = new AssumptionSet(assumptions);
            var report = f.Report(body);
            var narrowed = SeatInquiry.Of(f.State, f.Book, report.Day, report.At, set);
            return report.Results(set).Length == narrowed.Results().Length
                && report.Units.All(u => report.Of(u, set).Values.SequenceEqual(narrowed.Of(u).Values)
                    && report.Of(u, set).Assuming.All(assumptions.Contains));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Where_ways_were_left_untried_assumptions_still_give_an_answer()
    {
        var (f, body) = Random(12);
        var full = f.Report(body);
        Assert.True(full.Ways.Length > 2);
        var set = new AssumptionSet(f.Silences.Select(s => f.Assume("A" + s.Id, s, 0)));
        var small = SeatInquiry.Of(f.State, f.Book, full.Day, body, budget: 1);
        Assert.True(small.BudgetSpent);
        Assert.Contains(SeatRange.Unknown, small.Total().Values);
        foreach (var unit in full.Units)
            Assert.Equal(full.Of(unit, set).Values, small.Of(unit, set).Values);
    }

    [Fact]
    public void Exact_shares_of_a_shared_house_add_up_to_it()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (f, body) = Random(seed);
            return f.Report(body).Ways.All(w => !w.Count.Shares.All(s => s.Range.IsExact)
                || w.Count.Shares.Aggregate(Ratio.Zero, (sum, s) => sum + s.Least) == w.Count.Total);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bounds_of_an_interval_hold_for_every_figure_within_it()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var method = (ApportionmentMethod)random.Next(Enum.GetValues<ApportionmentMethod>().Length);
            var rows = Enumerable.Range(0, 4).Select(i => (Low: random.Next(1, 400), Width: random.Next(3) * random.Next(60))).ToList();
            SeatCount Counted(Func<int, (Ratio Low, Ratio High)> of)
            {
                var f = new SmallFederation();
                var kind = f.Kind("branch");
                var members = f.Measure("members", kind);
                for (var i = 0; i < rows.Count; i++)
                {
                    f.Unit("U" + i, kind);
                    f.Return("U" + i, members, of(i).Low, of(i).High, of(i).Low == of(i).High ? FigureQuality.Exact : FigureQuality.About);
                }

                var body = f.Body("House");
                f.Group(body, new SeatFormula.Shared(17, kind, members)).With("Method", f.Said(method));
                f.Group(body, new SeatFormula.Norm(false, 1, 30, members, kind)).With("Remainder", f.Said(PartOfStep.CountsFromHalf));
                return f.Count(body);
            }

            var bounds = Counted(i => (rows[i].Low, rows[i].Low + rows[i].Width));
            return Enumerable.Range(0, 12).All(_ =>
            {
                var exact = Counted(i =>
                {
                    Ratio one = rows[i].Low + random.Next(rows[i].Width + 1);
                    return (one, one);
                });
                return bounds.Shares.Zip(exact.Shares).All(p => p.First.Least <= p.Second.Least && !(p.Second.Most > p.First.Most));
            });
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>A body with three groups of seats, silent on a method, remainders, a floor and a tie, over units with figures of all qualities.</summary>
    private static (SmallFederation Federation, Body Body) Random(int seed)
    {
        var random = new Random(seed);
        var f = new SmallFederation();
        var kind = f.Kind("branch");
        var members = f.Measure("members", kind);
        for (var i = 0; i < 3; i++)
        {
            f.Unit("U" + i, kind);
            if (random.Next(6) == 0)
                f.AssumeFigure("P" + i, "U" + i, members, random.Next(1, 90));
            else
                f.Return("U" + i, members, random.Next(1, 90));
        }

        var body = f.Body("Congress");
        f.Group(body, new SeatFormula.Shared(random.Next(3, 12), kind, members))
            .With("Method", f.Open("method", ("Webster", ApportionmentMethod.Webster), ("Jefferson", ApportionmentMethod.Jefferson), ("largest remainder", ApportionmentMethod.LargestRemainder)))
            .With("Least", f.Open("least", ("0", new SeatBound(0, kind)), ("1", new SeatBound(1, kind))))
            .With("Tie", f.Open("tie", ("larger", new Charter.Model.SeatTie(false, members, null)), ("lot", new Charter.Model.SeatTie(true, null, null))));
        f.Group(body, new SeatFormula.Norm(false, 1, 30, members, kind))
            .With("Remainder", f.Open("remainder", ("dropped", PartOfStep.Dropped), ("any", PartOfStep.AnyPartCounts)));
        var bands = f.Group(body, new SeatFormula.ByBands(members, kind))
            .With("Remainder", f.Open("steps", ("half", PartOfStep.CountsFromHalf)));
        bands.Bands.Add(new SeatBand(false, 20, false, 1, null, null, body.By));
        bands.Bands.Add(new SeatBand(true, random.Next(20, 22), true, 1, 10, 4, body.By));
        return (f, body);
    }

    private static IEnumerable<int[]> Worlds(SmallFederation f)
    {
        var world = new int[f.Silences.Count];
        while (true)
        {
            yield return [.. world];
            var at = 0;
            while (at < world.Length && ++world[at] == f.Silences[at].Ways)
                world[at++] = 0;
            if (at == world.Length)
                yield break;
        }
    }

    private static bool DifferOnlyIn(int[] a, int[] b, int silence)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if ((a[i] != b[i]) != (i == silence))
                return false;
        }

        return true;
    }
}
