using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// How far seats are from proportion, by the measures in use. Shares are fractions of 1: multiply by 100 for the usual per cent
/// (<see cref="Gallagher"/> by <see cref="SquareRoot.Times"/>). All are 0 when the seats are exactly in proportion, except
/// <see cref="DHondt"/> and the effective numbers. "Others" taken together make these measures smaller than each party by itself;
/// what is given is measured as it is.
/// </summary>
/// <param name="Holdings">What was measured.</param>
/// <param name="Figures">All votes or people.</param>
/// <param name="Seats">All seats.</param>
/// <param name="Gallagher">
/// The least squares index: the root of half the sum of the squared differences of the shares (Gallagher 1991, Electoral
/// Studies 10). <c>Gallagher.Square</c> is exact.
/// </param>
/// <param name="LoosemoreHanby">
/// Half the sum of the differences of the shares (Loosemore and Hanby 1971, British Journal of Political Science 1). The same sum
/// over constituencies and their voters is the malapportionment of Samuels and Snyder (2001, the same journal, 31): the share of
/// seats that are not where the people are. See <see cref="SamuelsSnyder"/>.
/// </param>
/// <param name="SainteLague">
/// The sum of (share of seats - share of votes)² / share of votes (Sainte-Laguë 1910; named so by Gallagher 1991). Exact up to
/// <see cref="Fairness.ExactTerms"/> holders of seats with different figures; beyond that both bounds, less than 10^-30 apart. Null
/// when somebody has seats with a figure of zero: the index has no finite value then.
/// </param>
/// <param name="DHondt">
/// The largest share of seats divided by its share of votes (named so by Gallagher 1991, since the method of D'Hondt keeps it
/// least). 1 in exact proportion. Null when somebody has seats with a figure of zero.
/// </param>
/// <param name="Gini">
/// Gini's coefficient (1912) of seats over people, from 0 to below 1: twice the area between the Lorenz curve and the diagonal, when
/// the units stand in the order of their seats per person.
/// </param>
/// <param name="EffectiveByFigures">The effective number of parties by votes: 1 / the sum of squared shares (Laakso and Taagepera 1979, Comparative Political Studies 12).</param>
/// <param name="EffectiveBySeats">The same by seats.</param>
/// <param name="Largest">The most votes or people for one seat; the units without a seat are in <paramref name="WithoutSeat"/>.</param>
/// <param name="Smallest">The fewest votes or people for one seat.</param>
/// <param name="WithoutSeat">Those with a figure above zero and no seat, by their places in the list.</param>
/// <param name="WithoutFigure">Those with seats and a figure of zero, by their places in the list.</param>
public sealed record FairnessMeasures(
    ImmutableArray<SeatHolding> Holdings,
    Ratio Figures,
    BigInteger Seats,
    SquareRoot Gallagher,
    Ratio LoosemoreHanby,
    RatioRange? SainteLague,
    Ratio? DHondt,
    Ratio Gini,
    Ratio EffectiveByFigures,
    Ratio EffectiveBySeats,
    FiguresPerSeat Largest,
    FiguresPerSeat Smallest,
    ImmutableArray<int> WithoutSeat,
    ImmutableArray<int> WithoutFigure) : FairnessResult
{
    /// <summary>The malapportionment index of Samuels and Snyder 2001: the same sum as <see cref="LoosemoreHanby"/>, over constituencies.</summary>
    public Ratio SamuelsSnyder => LoosemoreHanby;

    /// <summary>
    /// How many times more people stand behind one seat of the worst served unit than of the best served. Null when a unit has seats
    /// and nobody behind them.
    /// </summary>
    public Ratio? LargestToSmallest => Ratio.TryDivide(Largest.Figure, Smallest.Figure, out var quotient) ? quotient : null;

    /// <summary>The table that a committee can check by hand: shares, differences and their squares, and the sums.</summary>
    public Worksheet Worksheet() => FairnessWorksheet.Of(this);
}
