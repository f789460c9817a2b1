using System.Collections.Immutable;
using Foedus.Counting;

namespace Foedus.Charter.Model;

/// <summary>One `seats` line of a body with what stands under it; the groups of a body add up.</summary>
public sealed class SeatGroup(Body body, Slot<SeatFormula> formula)
{
    public Body Body { get; } = body;

    public Slot<SeatFormula> Formula { get; } = formula;

    public Slot<PartOfStep>? Remainder { get; internal set; }

    /// <summary>Whether exactly half of a step counts, where a part counts from half.</summary>
    public Slot<bool>? HalfCounts { get; internal set; }

    /// <summary>Whether the total gives way, where it does not fit the least or the most of each unit; else those do.</summary>
    public Slot<bool>? TotalGivesWay { get; internal set; }

    public Slot<ApportionmentMethod>? Method { get; internal set; }

    public Slot<FigureBasis>? Figures { get; internal set; }

    public Slot<SeatBound>? Least { get; internal set; }

    public Slot<SeatBound>? Most { get; internal set; }

    public Slot<Overlap>? Overlap { get; internal set; }

    public Slot<SeatTie>? Tie { get; internal set; }

    public List<SeatException> Exceptions { get; } = [];

    /// <summary>Bands in the order written, for <see cref="SeatFormula.ByBands"/>.</summary>
    public List<SeatBand> Bands { get; } = [];

    public Slot<Choosing>? Chosen { get; internal set; }

    public List<Reserve> Reserves { get; } = [];
}

/// <summary>How many seats, and how they are shared.</summary>
public abstract record SeatFormula
{
    private SeatFormula()
    {
    }

    /// <summary>A total shared among the units of a kind in proportion to a measure.</summary>
    public sealed record Shared(int Total, UnitKind Among, Measure By) : SeatFormula;

    /// <summary>So many per so much of a measure of each unit.</summary>
    public sealed record Norm(bool AtLeast, int Count, long Divisor, Measure Of, UnitKind Each) : SeatFormula;

    /// <summary>Further seats for each unit that has enough of a measure.</summary>
    public sealed record Bonus(int Count, Quantity When, Measure Of, UnitKind Each) : SeatFormula;

    /// <summary>The same number for each unit of a kind.</summary>
    public sealed record PerUnit(bool AtLeast, int Count, UnitKind Each) : SeatFormula;

    /// <summary>By a table of bands of a measure.</summary>
    public sealed record ByBands(Measure Of, UnitKind Each) : SeatFormula;

    public sealed record OnePerOffice : SeatFormula;

    public sealed record ExOfficio(Who Who) : SeatFormula;

    /// <summary>As many as another body or as several together.</summary>
    public sealed record AsManyAs(Who Bodies) : SeatFormula;

    public sealed record Number(int Count) : SeatFormula;
}

/// <summary>Which return is used: the latest, that of a day, that of a day each year, or as fixed by somebody.</summary>
public sealed record FigureBasis(bool Latest, NodaTime.LocalDate? Day, (int Day, int Month)? Yearly, Who? FixedBy)
{
    /// <summary>"last": of such days the one before today, so that the day itself does not count yet.</summary>
    public bool YearlyLast { get; init; }
}

public sealed record SeatBound(int Count, UnitKind Per);

public enum Overlap
{
    CountedAgain,
    LeftOut,
    Intended,
}

public sealed record SeatTie(bool Lot, Measure? Larger, Who? DecidedBy);

public sealed record SeatException(int Count, ImmutableArray<string> Units, Provision By);

/// <summary>One line of a table of bands: up to a limit (null: above the one before), a number or so many more per step.</summary>
public sealed record SeatBand(bool Above, long Limit, bool IsStep, int Count, long? Per, int? AtMost, Provision By);

/// <summary>Seats reserved for a category.</summary>
public sealed record Reserve(Measure? ShareOf, Quantity? Amount, Category For, int? WhenSeats, Slot<IfShort> IfShort, Provision By);

public enum IfShort
{
    ListRefused,
    SeatsStayEmpty,
    NextOfThatCategory,
}
