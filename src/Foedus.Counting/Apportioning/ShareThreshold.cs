namespace Foedus.Counting;

/// <summary>A share of all claims that a unit must reach to take part; below it, it gets nothing, and its claim counts for nobody.</summary>
/// <param name="Share">The share: 1/20 for five per cent. Compared exactly.</param>
/// <param name="MustExceed">True for "more than": the share itself is then not enough.</param>
public readonly record struct ShareThreshold(Ratio Share, bool MustExceed = false)
{
    /// <summary>Whether a claim passes.</summary>
    /// <param name="figure">The claim.</param>
    /// <param name="total">The sum of all claims, those below the threshold included.</param>
    public bool Passes(Ratio figure, Ratio total)
    {
        var order = figure.CompareTo(Share * total);
        return MustExceed ? order > 0 : order >= 0;
    }
}
