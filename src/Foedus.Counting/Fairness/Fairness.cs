using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Measures how far seats are from votes, or seats from people. Exact, and never throws for what it is given. Cost: sorting by seats
/// per person, O(n log n) for n holders, and the exact sum of <see cref="FairnessMeasures.SainteLague"/>, which grows with the number
/// of different figures among those who have seats and is bounded beyond <see cref="ExactTerms"/>.
/// </summary>
public static class Fairness
{
    /// <summary>How many different figures the exact sum of the Sainte-Laguë index takes.</summary>
    public const int ExactTerms = 1000;

    /// <summary>Bits behind the point where the Sainte-Laguë index is only bounded.</summary>
    private const int BoundBits = 160;

    /// <summary>All measures of a distribution of seats.</summary>
    /// <returns><see cref="FairnessMeasures"/>, or <see cref="NotMeasured"/> with the reason.</returns>
    public static FairnessResult Measure(params IReadOnlyList<SeatHolding> holdings)
    {
        if (holdings.Count == 0) return new NotMeasured(FairnessRefusal.NoHoldings, null);
        var figures = Ratio.Zero;
        var seats = BigInteger.Zero;
        for (var unit = 0; unit < holdings.Count; unit++)
        {
            if (holdings[unit].Figure.Sign < 0) return new NotMeasured(FairnessRefusal.NegativeFigure, unit);
            if (holdings[unit].Seats < 0) return new NotMeasured(FairnessRefusal.NegativeSeats, unit);
            figures += holdings[unit].Figure;
            seats += holdings[unit].Seats;
        }

        if (figures.IsZero) return new NotMeasured(FairnessRefusal.NoFigures, null);
        if (seats.IsZero) return new NotMeasured(FairnessRefusal.NoSeats, null);
        return Measure([.. holdings], figures, seats);
    }

    private static FairnessMeasures Measure(ImmutableArray<SeatHolding> holdings, Ratio figures, BigInteger seats)
    {
        // Shares are compared as figure * seats against own seats * figures, and divided once at the end.
        var whole = figures * seats;
        var differences = Ratio.Zero;
        var squares = Ratio.Zero;
        var figureSquares = Ratio.Zero;
        var seatSquares = BigInteger.Zero;
        foreach (var (figure, own) in holdings)
        {
            var difference = (figure * seats) - (own * figures);
            differences += difference.Abs();
            squares += difference * difference;
            figureSquares += figure * figure;
            seatSquares += (BigInteger)own * own;
        }

        var ladder = Ladder(holdings);
        var seated = ladder.Where(unit => holdings[unit].Seats > 0).ToArray();
        var idle = Where(holdings, holding => holding.Figure.IsZero && holding.Seats > 0);
        return new FairnessMeasures(
            holdings,
            figures,
            seats,
            new SquareRoot(squares / (2 * whole * whole)),
            differences / (2 * whole),
            idle.IsEmpty ? SainteLague(holdings, figures, seats) : null,
            idle.IsEmpty ? DHondt(holdings[ladder[^1]]) : null,
            Gini(holdings, ladder) / whole,
            figures * figures / figureSquares,
            Ratio.Of(seats * seats, seatSquares),
            Extreme(holdings, seated),
            Extreme(holdings, Enumerable.Reverse(seated)),
            Where(holdings, holding => holding.Figure.Sign > 0 && holding.Seats == 0),
            idle);

        Ratio DHondt(SeatHolding best) => best.Seats * figures / (best.Figure * seats);
    }

    /// <summary>Everybody with a figure or a seat, from the fewest seats for a figure to the most.</summary>
    private static int[] Ladder(ImmutableArray<SeatHolding> holdings)
    {
        var units = Where(holdings, holding => !holding.Figure.IsZero || holding.Seats > 0).ToArray();
        Array.Sort(units, (a, b) =>
        {
            var order = (holdings[a].Seats * holdings[b].Figure).CompareTo(holdings[b].Seats * holdings[a].Figure);
            return order != 0 ? order : a.CompareTo(b);
        });
        return units;
    }

    private static Ratio Gini(ImmutableArray<SeatHolding> holdings, int[] ladder)
    {
        var area = Ratio.Zero;
        var figures = Ratio.Zero;
        var seats = BigInteger.Zero;
        foreach (var unit in ladder)
        {
            area += (figures * holdings[unit].Seats) - (holdings[unit].Figure * seats);
            figures += holdings[unit].Figure;
            seats += holdings[unit].Seats;
        }

        return area;
    }

    private static RatioRange SainteLague(ImmutableArray<SeatHolding> holdings, Ratio figures, BigInteger seats)
    {
        // The sum of (s-v)²/v over shares is (all figures / all seats²) * (the sum of own seats² / own figure) - 1.
        var terms = holdings.Where(holding => holding.Seats > 0)
            .GroupBy(holding => holding.Figure)
            .Select(group => (Figure: group.Key, Squares: group.Aggregate(BigInteger.Zero, (sum, one) => sum + ((BigInteger)one.Seats * one.Seats))))
            .ToArray();
        var factor = figures / (seats * seats);
        if (terms.Length <= ExactTerms) return (factor * Sum(terms)) - 1;

        var low = BigInteger.Zero;
        foreach (var (figure, squares) in terms) low += (squares * factor * (BigInteger.One << BoundBits) / figure).Floor();
        var unit = BigInteger.One << BoundBits;
        return new RatioRange(Ratio.Of(low, unit) - 1, Ratio.Of(low + terms.Length, unit) - 1);
    }

    /// <summary>Halves add up with numbers of like length, which is far cheaper than one term after another.</summary>
    private static Ratio Sum(ReadOnlySpan<(Ratio Figure, BigInteger Squares)> terms) => terms.Length switch
    {
        0 => Ratio.Zero,
        1 => terms[0].Squares / terms[0].Figure,
        _ => Sum(terms[..(terms.Length / 2)]) + Sum(terms[(terms.Length / 2)..]),
    };

    /// <summary>The figure for one seat of the first, and all who follow it with the same.</summary>
    private static FiguresPerSeat Extreme(ImmutableArray<SeatHolding> holdings, IEnumerable<int> ladder)
    {
        var units = new List<int>();
        var figure = Ratio.Zero;
        foreach (var unit in ladder)
        {
            var own = holdings[unit].Figure / holdings[unit].Seats;
            if (units.Count > 0 && own != figure) break;
            figure = own;
            units.Add(unit);
        }

        return new FiguresPerSeat(figure, [.. units.Order()]);
    }

    private static ImmutableArray<int> Where(ImmutableArray<SeatHolding> holdings, Func<SeatHolding, bool> test) =>
        [.. Enumerable.Range(0, holdings.Length).Where(unit => test(holdings[unit]))];
}
