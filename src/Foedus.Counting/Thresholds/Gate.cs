using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>One comparison: left > right, or left >= right.</summary>
/// <param name="Left">Usually what is counted in favour.</param>
/// <param name="Strict">True for "more than", false for "at least".</param>
/// <param name="Right">Usually what is asked for.</param>
/// <param name="Name">For the reader: the provision, the words of the text.</param>
public sealed record Gate(LinearAmount Left, bool Strict, LinearAmount Right, string? Name = null) : Threshold
{
    public override Threshold Negation => new Gate(Right, !Strict, Left, Name);

    public override IEnumerable<Gate> Gates => [this];

    /// <summary>
    /// The measures by which the gate could turn against a vote that changes: empty when moving any voter from the one response
    /// to the other never hurts, whatever the weights. Read off the coefficients alone.
    /// </summary>
    public ImmutableArray<Measure> HurtBy(Response from, Response to)
    {
        var change = new SortedDictionary<int, Ratio>();
        foreach (var (side, sign) in new[] { (Left, 1), (Right, -1) })
        {
            foreach (var term in side.Terms)
            {
                var moved = (term.Which.Has(to) ? 1 : 0) - (term.Which.Has(from) ? 1 : 0);
                change[term.By.Index] = change.GetValueOrDefault(term.By.Index) + (term.Factor * (sign * moved));
            }
        }

        return [.. change.Where(measure => measure.Value.Sign < 0).Select(measure => new Measure(measure.Key))];
    }
}
