using System.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Tests.Seats;

/// <summary>A federation of a hundred thousand units.</summary>
public sealed class ManyUnitsTests
{
    private const int Many = 100_000;

    [Fact]
    public void A_hundred_thousand_units_are_counted_and_nothing_grows_with_their_square()
    {
        var f = new SmallFederation();
        var kind = f.Kind("club");
        var members = f.Measure("members", kind);
        f.Units(kind, members, Enumerable.Range(0, Many).Select(i => ("Club-" + i, 10L + (i * 7919L % 4_000))));
        var norm = f.Body("Norm");
        f.Group(norm, new SeatFormula.Norm(false, 1, 25, members, kind)).With("Remainder", f.Said(PartOfStep.AnyPartCounts));
        var bands = f.Body("Bands");
        var group = f.Group(bands, new SeatFormula.ByBands(members, kind)).With("Remainder", f.Said(PartOfStep.Dropped));
        for (var i = 1; i <= 20; i++)
            group.Bands.Add(new SeatBand(false, i * 100, true, 1, 30, null, bands.By));
        group.Bands.Add(new SeatBand(true, 2_000, false, 99, null, null, bands.By));
        var shared = f.Body("Shared");
        f.Group(shared, new SeatFormula.Shared(1_000_000, kind, members)).With("Method", f.Said(ApportionmentMethod.Webster));
        Assert.Equal(Day.From(SmallFederation.Asked), f.Inquiry().Today);
        foreach (var body in (Body[])[norm, bands, shared])
        {
            var clock = Stopwatch.StartNew();
            var count = f.Count(body);
            Assert.Equal(Many, count.Shares.Length);
            Assert.True(count.Of(f["Club-99999"]).IsExact);
            Assert.Null(Record.Exception(() => count.OpenFor(f["Club-5"]).Count()));

            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{body.Name} took {clock.Elapsed}");
        }
    }

    [Fact]
    public void A_hundred_thousand_missing_figures_are_summed_and_reported_in_one_pass()
    {
        var f = new SmallFederation();
        var region = f.Kind("region");
        var kind = f.Kind("club", region);
        var members = f.Measure("members", kind);
        f.Unit("North", region);
        f.Unit("South", region);
        for (var i = 0; i < Many; i++)
        {
            f.Unit("Club-" + i, kind, i % 2 == 0 ? "North" : "South");
            if (i % 2 == 0)
                f.Return("Club-" + i, members, 3);
        }

        var congress = f.Body("Congress");
        f.Group(congress, new SeatFormula.Norm(false, 1, 100, members, region)).With("Remainder", f.Said(PartOfStep.Dropped));
        var clubs = f.Body("Clubs");
        f.Group(clubs, new SeatFormula.Norm(false, 1, 3, members, kind));
        Assert.Equal(1_500, f.Count(congress).Of(f["North"]).Exact);
        var report = f.Report(clubs);
        Assert.Equal(Many / 2, report.Total().Needs.Length);
        Assert.Equal(50_000, report.Of(f["North"]).Seats);
        Assert.Equal(Many / 2, report.Of(f["South"]).Needs.Length);
    }
}
