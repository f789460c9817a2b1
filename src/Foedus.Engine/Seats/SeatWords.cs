using System.Collections.Immutable;
using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Seats;

/// <summary>How sheets word formulas and numbers.</summary>
internal static class SeatWords
{
    private const int Places = 6;
    private static readonly Ratio LongestDenominator = 1000;

    /// <summary>A formula in a few words: "371 seats among republics by inhabitants".</summary>
    public static string Of(SeatFormula formula) => string.Create(CultureInfo.InvariantCulture, $"{formula switch
    {
        SeatFormula.Shared f => string.Create(CultureInfo.InvariantCulture, $"{f.Total} seats among {f.Among.Plural} by {f.By.Name}"),
        SeatFormula.Norm f => string.Create(CultureInfo.InvariantCulture, $"{Least(f.AtLeast)}{f.Count} per {f.Divisor} {f.Of.Name} of each {f.Each.Name}"),
        SeatFormula.Bonus f => string.Create(CultureInfo.InvariantCulture, $"{f.Count} when {Words(f.When)} {f.Of.Name} of each {f.Each.Name}"),
        SeatFormula.PerUnit f => string.Create(CultureInfo.InvariantCulture, $"{Least(f.AtLeast)}{f.Count} per {f.Each.Name}"),
        SeatFormula.ByBands f => string.Create(CultureInfo.InvariantCulture, $"by bands of {f.Of.Name} of each {f.Each.Name}"),
        SeatFormula.OnePerOffice => "one per office",
        SeatFormula.ExOfficio f => "ex officio " + f.Who.Words,
        SeatFormula.AsManyAs f => "as many as " + f.Bodies.Words,
        SeatFormula.Number f => string.Create(CultureInfo.InvariantCulture, $"{f.Count} seats"),
        _ => "seats",
    }}");

    /// <summary>
    /// A number that a reader can check: whole numbers and short fractions as they are; longer ones as a decimal that is cut and says so.
    /// </summary>
    public static string Number(Ratio? number)
    {
        if (number is not { } value)
            return "";
        if (value.Denominator <= LongestDenominator.Numerator)
            return value.ToMixedString();
        return value.ToDecimalString(Places) + "…";
    }

    /// <summary>The cells of a row of numbers after the name of what it is about.</summary>
    public static ImmutableArray<string> Row(string name, ImmutableArray<Ratio?> cells) => [name, .. cells.Select(Number)];

    /// <summary>"A and B", "A, B and C".</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };

    /// <summary>"seat" or "5 seats", for a tie.</summary>
    public static string LastSeats(int places) => places == 1 ? "seat" : string.Create(CultureInfo.InvariantCulture, $"{places} seats");

    private static string Least(bool atLeast) => atLeast ? "at least " : "";

    private static string Words(Quantity quantity) => quantity.Words.Length > 0 ? quantity.Words : quantity.How switch
    {
        Comparison.AtLeast => "at least ",
        Comparison.AtMost => "at most ",
        Comparison.MoreThan => "more than ",
        Comparison.FewerThan => "fewer than ",
        _ => "",
    } + quantity.Value.ToMixedString();
}
