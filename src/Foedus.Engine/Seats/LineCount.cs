using System.Collections.Immutable;
using Foedus.Charter.Model;

namespace Foedus.Engine.Seats;

/// <summary>The seats of one line of the charter.</summary>
/// <param name="Group">The line.</param>
/// <param name="Formula">The rule by which they were counted; null if it is open.</param>
/// <param name="Total">How many there are together.</param>
/// <param name="Shares">What each unit has, where units have them.</param>
public sealed record LineCount(SeatGroup Group, SeatFormula? Formula, SeatRange Total, ImmutableArray<UnitSeats> Shares)
{
    /// <summary>The kind of unit of which each has seats of its own on this line; null if none has.</summary>
    public UnitKind? Each => KindOf(Formula);

    /// <summary>The kind of unit of which each has seats of its own by a formula; null if none has.</summary>
    public static UnitKind? KindOf(SeatFormula? formula) => formula switch
    {
        SeatFormula.Shared f => f.Among,
        SeatFormula.Norm f => f.Each,
        SeatFormula.PerUnit f => f.Each,
        SeatFormula.ByBands f => f.Each,
        SeatFormula.Bonus f => f.Each,
        _ => null,
    };
}
