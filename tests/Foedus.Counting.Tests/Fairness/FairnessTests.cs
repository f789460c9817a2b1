using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Fairness;

public class FairnessTests
{
    /// <summary>
    /// New Zealand 2005: party votes in hundredths of a per cent and seats, as published row by row with the index (Electoral Commission).
    /// The rows add up to 1.13, which is Gallagher's figure; copies of the table that print 1.11 have a slip in their sum.
    /// </summary>
    private static readonly SeatHolding[] NewZealand2005 =
    [
        new(4110, 50), new(3910, 48), new(572, 7), new(530, 6), new(212, 4), new(267, 3), new(151, 2), new(116, 1), new(62, 0),
        new(25, 0), new(12, 0), new(7, 0), new(5, 0), new(5, 0), new(4, 0), new(3, 0), new(3, 0), new(2, 0), new(2, 0),
    ];

    /// <summary>Queensland 2012: first preferences in hundredths of a per cent and seats (Electoral Commission of Queensland).</summary>
    private static readonly SeatHolding[] Queensland2012 =
        [new(4966, 78), new(2666, 7), new(1153, 2), new(753, 0), new(136, 0), new(9, 0), new(317, 2)];

    [Fact]
    public void New_Zealand_2005_has_the_published_least_squares_index() =>
        Assert.Equal("1.13", Measured(NewZealand2005).Gallagher.Times(100).ToDecimalString(2));

    [Fact]
    public void Queensland_2012_has_the_published_least_squares_index() =>
        Assert.Equal("31.16", Measured(Queensland2012).Gallagher.Times(100).ToDecimalString(2));

    [Fact]
    public void Every_measure_by_hand()
    {
        // Votes 50, 30, 20 of 100; seats 6, 3, 1 of 10: differences 1/10, 0, 1/10.
        var measures = Measured(new(50, 6), new(30, 3), new(20, 1));
        Assert.Equal(Ratio.Of(1, 100), measures.Gallagher.Square);
        Assert.Equal("0.1000", measures.Gallagher.ToDecimalString(4));
        Assert.Equal(Ratio.Of(1, 10), measures.LoosemoreHanby);
        Assert.Equal(Ratio.Of(1, 10), measures.SamuelsSnyder);
        Assert.Equal(Ratio.Of(7, 100), measures.SainteLague!.Value.Low); // 0.01/0.5 + 0 + 0.01/0.2
        Assert.True(measures.SainteLague.Value.IsExact);
        Assert.Equal(Ratio.Of(6, 5), measures.DHondt);
        Assert.Equal(Ratio.Of(13, 100), measures.Gini); // by pairs: 0.03 + 0.07 + 0.03
        Assert.Equal(Ratio.Of(50, 19), measures.EffectiveByFigures);
        Assert.Equal(Ratio.Of(50, 23), measures.EffectiveBySeats);
        Assert.Equal((Ratio)20, measures.Largest.Figure);
        Assert.Equal([2], measures.Largest.Units);
        Assert.Equal(Ratio.Of(25, 3), measures.Smallest.Figure);
        Assert.Equal(Ratio.Of(12, 5), measures.LargestToSmallest);
    }

    [Fact]
    public void The_Senate_of_the_United_States_by_its_published_populations()
    {
        // Two seats each by the census of 2010. Samuels and Snyder gave 0.3642 for the census before; the order of size stays.
        var states = Fixtures.UnitedStatesCensus.States.Select(state => new SeatHolding(state.Population2010, 2)).ToArray();
        var measures = Measured(states);
        Assert.Equal("0.36", measures.SamuelsSnyder.ToDecimalString(2));
        Assert.Equal(50, measures.Holdings.Length);
    }

    [Fact]
    public void Ties_of_the_extremes_name_everybody()
    {
        var measures = Measured(new(10, 1), new(20, 2), new(5, 1), new(15, 3), new(7, 0));
        Assert.Equal([0, 1], measures.Largest.Units);
        Assert.Equal([2, 3], measures.Smallest.Units);
        Assert.Equal([4], measures.WithoutSeat);
    }

    [Fact]
    public void Seats_without_a_voter_leave_the_quotients_without_value_and_are_named()
    {
        var measures = Measured(new(10, 1), new(0, 1), new(0, 0));
        Assert.Null(measures.SainteLague);
        Assert.Null(measures.DHondt);
        Assert.Null(measures.LargestToSmallest);
        Assert.Equal([1], measures.WithoutFigure);
        Assert.Equal([1], measures.Smallest.Units);
        Assert.Equal(Ratio.Half, measures.LoosemoreHanby);
        Assert.Equal(Ratio.Half, measures.Gini);
    }

    [Theory]
    [InlineData(FairnessRefusal.NoHoldings, null)]
    [InlineData(FairnessRefusal.NegativeFigure, 1, 5L, 1L, -1L, 1L)]
    [InlineData(FairnessRefusal.NegativeSeats, 0, 5L, -1L, 1L, 1L)]
    [InlineData(FairnessRefusal.NoFigures, null, 0L, 1L, 0L, 0L)]
    [InlineData(FairnessRefusal.NoSeats, null, 4L, 0L, 1L, 0L)]
    public void What_cannot_be_measured_is_refused_by_name(FairnessRefusal reason, int? unit, params long[] pairs)
    {
        var refusal = Assert.IsType<NotMeasured>(Counting.Fairness.Measure([.. pairs.Chunk(2).Select(pair => new SeatHolding(pair[0], pair[1]))]));
        Assert.Equal(reason, refusal.Reason);
        Assert.Equal(unit, refusal.Unit);
        Assert.EndsWith(".", refusal.Explanation);
    }

    [Fact]
    public void Very_large_numbers_are_exact()
    {
        var large = (Ratio)BigInteger.Pow(10, 30);
        var measures = Measured(new(large, long.MaxValue), new(large, long.MaxValue), new(large + 1, long.MaxValue));
        Assert.True(measures.LoosemoreHanby.Sign > 0);
        Assert.Equal([2], measures.Largest.Units);
    }

    [Fact]
    public void A_hundred_thousand_parties_bound_what_would_be_too_long_to_write()
    {
        var holdings = Enumerable.Range(1, 100_000).Select(i => new SeatHolding(1_000_000 + i, 1)).ToArray();
        var index = Measured(holdings).SainteLague!.Value;
        Assert.False(index.IsExact);
        Assert.True(index.High - index.Low < Ratio.Parse("1/1000000000000000000000000000000"));
        Assert.Equal("0.000757", index.Low.ToDecimalString(6));
    }

    [Fact]
    public void The_worksheet_shows_the_sums()
    {
        var sheet = Measured(new(50, 6), new(30, 3), new(20, 1)).Worksheet();
        Assert.All(sheet.Steps, step => Assert.All(step.Rows, row => Assert.Equal(step.Columns.Length, row.Cells.Length)));
        Assert.Equal(Ratio.Of(1, 5), sheet.Steps[0].Rows[^1].Cells[4]);
        Assert.Equal(Ratio.Of(1, 100), sheet.Steps[1].Rows[0].Cells[1]);
    }

    [Theory]
    [InlineData("2", 3, "1.414")]
    [InlineData("2", 0, "1")]
    [InlineData("9/4", 0, "2")]
    [InlineData("1/4", 4, "0.5000")]
    [InlineData("0", 2, "0.00")]
    [InlineData("1234567", 2, "1111.11")]
    public void A_root_is_rounded_once(string square, int places, string text) =>
        Assert.Equal(text, new SquareRoot(Ratio.Parse(square)).ToDecimalString(places));

    private static readonly Gen<SeatHolding[]> AnyHoldings =
        from count in Gen.Choose(1, 6)
        from figures in Gen.Choose(0, 12).ArrayOf(count)
        from seats in Gen.Choose(0, 5).ArrayOf(count)
        where figures.Sum() > 0 && seats.Sum() > 0
        select figures.Zip(seats, (figure, own) => new SeatHolding(figure, own)).ToArray();

    private static void Holds(Action<SeatHolding[]> law) =>
        Prop.ForAll(AnyHoldings.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));

    [Fact]
    public void Measures_are_what_their_definitions_say() =>
        Holds(holdings =>
        {
            var measures = Measured(holdings);
            var votes = holdings.Select(one => one.Figure / measures.Figures).ToArray();
            var seats = holdings.Select(one => one.Seats / (Ratio)measures.Seats).ToArray();
            var pairs = votes.Zip(seats).ToArray();
            Assert.Equal(Total(pairs, pair => (pair.First - pair.Second) * (pair.First - pair.Second)) / 2, measures.Gallagher.Square);
            Assert.Equal(Total(pairs, pair => (pair.First - pair.Second).Abs()) / 2, measures.LoosemoreHanby);
            Assert.Equal(Total(pairs, one => Total(pairs, two => ((one.First * two.Second) - (two.First * one.Second)).Abs())) / 2, measures.Gini);
            var counted = pairs.Where(pair => !(pair.First.IsZero && pair.Second.IsZero)).ToArray();
            if (counted.Any(pair => pair.First.IsZero))
            {
                Assert.Null(measures.SainteLague);
                return;
            }

            Assert.Equal(Total(counted, pair => (pair.Second - pair.First) * (pair.Second - pair.First) / pair.First), measures.SainteLague!.Value.Low);
            Assert.Equal(counted.Max(pair => pair.Second / pair.First), measures.DHondt);
        });

    [Fact]
    public void Exact_proportion_is_zero_and_nothing_else_is() =>
        Holds(holdings =>
        {
            var proportional = Measured([.. holdings.Select(one => new SeatHolding(one.Seats * Ratio.Of(7, 3), one.Seats))]);
            Assert.True(proportional.Gallagher.Square.IsZero && proportional.LoosemoreHanby.IsZero && proportional.Gini.IsZero);
            Assert.Equal((Ratio)1, proportional.DHondt);
            Assert.Equal((Ratio)0, proportional.SainteLague!.Value.High);
            var measures = Measured(holdings);
            Assert.Equal(measures.LoosemoreHanby.IsZero, measures.Gallagher.Square.IsZero);
            Assert.Equal(measures.LoosemoreHanby.IsZero, measures.Gini.IsZero);
        });

    [Fact]
    public void The_unit_of_the_figures_and_the_order_do_not_matter() =>
        Holds(holdings =>
        {
            var measures = Measured(holdings);
            var other = Measured([.. holdings.Select(one => new SeatHolding(one.Figure * Ratio.Of(5, 9), 3 * one.Seats)).Reverse()]);
            Assert.Equal(measures.Gallagher, other.Gallagher);
            Assert.Equal(measures.LoosemoreHanby, other.LoosemoreHanby);
            Assert.Equal(measures.SainteLague, other.SainteLague);
            Assert.Equal(measures.DHondt, other.DHondt);
            Assert.Equal(measures.Gini, other.Gini);
            Assert.Equal(measures.EffectiveByFigures, other.EffectiveByFigures);
            Assert.Equal(measures.LargestToSmallest, other.LargestToSmallest);
        });

    private static Ratio Total<T>(IEnumerable<T> items, Func<T, Ratio> value) => items.Aggregate(Ratio.Zero, (sum, item) => sum + value(item));

    private static FairnessMeasures Measured(params SeatHolding[] holdings) => Assert.IsType<FairnessMeasures>(Counting.Fairness.Measure(holdings));
}
