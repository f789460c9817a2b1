using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>A house divided: all answers that the method allows, and what proves them.</summary>
/// <param name="Division">What was divided.</param>
/// <param name="Certain">The seats that each unit has in every answer, in the order of the claims.</param>
/// <param name="Tie">The units that tie for the seats that are left; null when the answer is the only one.</param>
/// <param name="Certificate">The numbers with which anybody can check the answer.</param>
public sealed record Apportioned(Division Division, ImmutableArray<long> Certain, SeatTie? Tie, ApportionmentCertificate Certificate)
    : ApportionmentResult
{
    [MemberNotNullWhen(false, nameof(Tie))]
    public bool IsUnique => Tie is null;

    /// <summary>Ties that are settled apart from the first; empty but for the quota method. A unit is in one tie at most.</summary>
    public ImmutableArray<SeatTie> FurtherTies { get; init; } = [];

    /// <summary>How many answers there are.</summary>
    public BigInteger OutcomeCount => Ties.Aggregate(BigInteger.One, (product, tie) => product * tie.Outcomes);

    private IEnumerable<SeatTie> Ties => Tie is null ? [] : FurtherTies.Prepend(Tie);

    /// <summary>Every answer in turn, seats per unit; the first favours the units that come first. May be very many: see <see cref="OutcomeCount"/>.</summary>
    public IEnumerable<ImmutableArray<long>> Outcomes()
    {
        IEnumerable<ImmutableArray<int>> ways = [[]];
        foreach (var tie in Ties) ways = ways.SelectMany(_ => tie.Ways(), (before, way) => before.AddRange(way));
        return ways.Select(winners => With(winners));
    }

    /// <summary>The answer once a lot or another rule has named the units that win the tie.</summary>
    /// <param name="winners">As many different tied units as there are tied seats.</param>
    /// <param name="seats">Seats per unit, in the order of the claims.</param>
    /// <returns>False when the winners are not tied units, or too many, or too few. Without a tie only an empty list is right.</returns>
    public bool TryResolve(IReadOnlyCollection<int> winners, out ImmutableArray<long> seats)
    {
        var right = winners.Count == Ties.Sum(tie => tie.Places)
            && Ties.All(tie => tie.Allows([.. winners.Where(unit => tie.Units.Contains(unit))]));
        seats = right ? With(winners) : [];
        return right;
    }

    /// <summary>The steps that a credentials committee can follow by hand. Computed when asked for.</summary>
    public Worksheet Worksheet() => ApportionmentWorksheet.Of(this);

    private ImmutableArray<long> With(IEnumerable<int> winners)
    {
        var seats = Certain.ToArray();
        foreach (var unit in winners) seats[unit]++;
        return [.. seats];
    }
}
