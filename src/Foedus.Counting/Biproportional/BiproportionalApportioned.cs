using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A table of seats, all others that the rule allows as well, and the divisors that prove them.</summary>
/// <param name="Division">What was divided.</param>
/// <param name="Seats">One answer, by row and column. The only one without ties.</param>
/// <param name="Ties">Cells that may have a seat more or less; ties do not depend on one another. Empty when the answer is the only one.</param>
/// <param name="Certificate">The divisors. <see cref="Biproportional.Verify(BiproportionalApportioned)"/> checks them.</param>
public sealed record BiproportionalApportioned(
    BiproportionalDivision Division,
    ImmutableArray<ImmutableArray<long>> Seats,
    ImmutableArray<BiproportionalTie> Ties,
    BiproportionalCertificate Certificate) : BiproportionalResult
{
    public bool IsUnique => Ties.IsEmpty;

    /// <summary>Every answer in turn, the one shown first. May be very many, and their number has no short formula: take what you need.</summary>
    public IEnumerable<ImmutableArray<ImmutableArray<long>>> Outcomes()
    {
        IEnumerable<ImmutableArray<TiedCell>> ways = [[]];
        foreach (var tie in Ties) ways = ways.SelectMany(_ => tie.Ways(), (before, way) => before.AddRange(way));
        return ways.Select(With);
    }

    /// <summary>The steps that a committee can follow by hand: the divisors, the quotients, the seats. Computed when asked for.</summary>
    public Worksheet Worksheet() => BiproportionalWorksheet.Of(this);

    private ImmutableArray<ImmutableArray<long>> With(ImmutableArray<TiedCell> winners)
    {
        var seats = Seats.Select(row => row.ToArray()).ToArray();
        foreach (var cell in Ties.SelectMany(tie => tie.Cells))
            if (cell.Has) seats[cell.Row][cell.Column]--;
        foreach (var cell in winners) seats[cell.Row][cell.Column]++;
        return [.. seats.Select(row => row.ToImmutableArray())];
    }
}
