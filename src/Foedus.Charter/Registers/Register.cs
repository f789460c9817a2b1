using System.Collections.Immutable;
using Foedus.Counting;
using NodaTime;

namespace Foedus.Charter.Registers;

/// <summary>The units of a federation and the figures that they returned, as read from tables.</summary>
public sealed record Register(ImmutableArray<RegisteredUnit> Units, ImmutableArray<RegisteredFigure> Figures)
{
    public static Register Empty { get; } = new([], []);
}

/// <summary>Where a row stands.</summary>
public sealed record RegisterPlace(string File, int Line);

/// <summary>A stretch of a unit's life: its kind, what it stands within, its tie to the federation, from when until when (exclusive).</summary>
public sealed record RegisteredUnit(
    string Name,
    string Kind,
    string? Within,
    string? Link,
    LocalDate? From,
    LocalDate? Until,
    ImmutableArray<string> OtherNames,
    string Source,
    RegisterPlace Place)
{
    /// <summary>The languages that are used there; none where the table does not say.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];
}

/// <summary>How good a figure is.</summary>
public enum FigureQuality
{
    Exact,

    /// <summary>Right to its last digit that is not nought: "about 178_000" lies from 177_500 to 178_500.</summary>
    About,
    NotLessThan,
    NotMoreThan,

    /// <summary>Takes the place of an earlier figure of the same day.</summary>
    Restated,

    /// <summary>Asked for and not returned.</summary>
    Missing,

    /// <summary>Returned and contested: never used as if it were known.</summary>
    Disputed,

    /// <summary>Larger than the number, which it is not itself.</summary>
    MoreThan,
}

/// <summary>A figure that a unit returned; <see cref="Low"/> and <see cref="High"/> bound it (null: no bound is known).</summary>
public sealed record RegisteredFigure(
    string Unit,
    string Measure,
    Ratio? Low,
    Ratio? High,
    LocalDate AsAt,
    FigureQuality Quality,
    string Source,
    RegisterPlace Place);
