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

    /// <summary>How many answers there are.</summary>
    public BigInteger OutcomeCount => Tie?.Outcomes ?? BigInteger.One;

    /// <summary>Every answer in turn, seats per unit; the first favours the units that come first. May be very many: see <see cref="OutcomeCount"/>.</summary>
    public IEnumerable<ImmutableArray<long>> Outcomes()
    {
        if (Tie is null)
        {
            yield return Certain;
            yield break;
        }

        var chosen = Enumerable.Range(0, Tie.Places).ToArray();
        while (true)
        {
            yield return With(chosen.Select(i => Tie.Units[i]));
            var at = Tie.Places - 1;
            while (at >= 0 && chosen[at] == Tie.Units.Length - Tie.Places + at) at--;
            if (at < 0) yield break;
            chosen[at]++;
            for (var i = at + 1; i < Tie.Places; i++) chosen[i] = chosen[i - 1] + 1;
        }
    }

    /// <summary>The answer once a lot or another rule has named the units that win the tie.</summary>
    /// <param name="winners">As many different tied units as there are tied seats.</param>
    /// <param name="seats">Seats per unit, in the order of the claims.</param>
    /// <returns>False when the winners are not tied units, or too many, or too few. Without a tie only an empty list is right.</returns>
    public bool TryResolve(IReadOnlyCollection<int> winners, out ImmutableArray<long> seats)
    {
        var distinct = winners.Distinct().ToArray();
        var right = distinct.Length == winners.Count
            && distinct.Length == (Tie?.Places ?? 0)
            && distinct.All(unit => Tie is not null && Tie.Units.Contains(unit));
        seats = right ? With(distinct) : [];
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
