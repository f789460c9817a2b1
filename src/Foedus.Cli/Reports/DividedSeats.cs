using System.Collections.Immutable;
using Foedus.Counting;

namespace Foedus.Cli.Reports;

/// <summary>A house divided among the units of a file.</summary>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Figure">What the units are counted by: the head of the second column.</param>
/// <param name="Units">The names of the units, in the order of the file.</param>
/// <param name="Division">What was divided.</param>
/// <param name="Result">What it came to.</param>
internal sealed record DividedSeats(string Path, string Figure, ImmutableArray<string> Units, Division Division, ApportionmentResult Result)
{
    private const int LongestDenominator = 1000;
    private const int Places = 6;

    /// <summary>What was left out or may be meant otherwise, a sentence each.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Every tie, named.</summary>
    public IEnumerable<(IEnumerable<string> Units, int Places)> Ties =>
        Result is Apportioned { Tie: { } tie } divided
            ? divided.FurtherTies.Prepend(tie).Select(t => (t.Units.Select(u => Units[u]), t.Places))
            : [];

    /// <summary>A number that a reader can check: whole numbers and short fractions as they are, longer ones as a decimal that says it is cut.</summary>
    public static string Number(Ratio? number) =>
        number is not { } value ? ""
        : value.Denominator <= LongestDenominator ? value.ToMixedString()
        : value.ToDecimalString(Places) + "…";
}
