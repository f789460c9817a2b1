using Foedus.Counting;

namespace Foedus.Charter.Model;

public enum Comparison
{
    AtLeast,
    AtMost,
    MoreThan,
    FewerThan,
    All,
    Exactly,
}

/// <summary>An amount as the charter words it: "at least 2", "more than half", "at least 55%".</summary>
/// <param name="How">The comparison.</param>
/// <param name="Value">The number or fraction, exact.</param>
/// <param name="IsShare">True for a fraction of a base ("two thirds of"; "all" is the fraction 1), false for a count ("15").</param>
public sealed record Quantity(Comparison How, Ratio Value, bool IsShare)
{
    public string Words { get; init; } = "";

    public override string ToString() => Words;
}
