namespace Foedus.Counting;

/// <summary>One row of a table of seats: from a figure to a figure, so many seats, growing or not.</summary>
/// <param name="Lower">Null: the band goes on from where the one before it ends; the first band begins at zero, zero included.</param>
/// <param name="Upper">Null: the band goes on to where the next one begins; the last band has no end.</param>
/// <param name="Base">Seats of the band before any growth; may be a fraction (half votes).</param>
/// <param name="Growth">What is added with the figure; null for a fixed number.</param>
public readonly record struct Band(BandBound? Lower, BandBound? Upper, Ratio Base, Growth? Growth = null)
{
    /// <summary>"Up to 5,000, that included: 1".</summary>
    public static Band UpTo(Ratio figure, Ratio seats, Growth? growth = null) => new(null, new BandBound(figure, Included: true), seats, growth);

    /// <summary>"Beyond that: 23", whatever the band before it left.</summary>
    public static Band Beyond(Ratio seats, Growth? growth = null) => new(null, null, seats, growth);

    /// <summary>"From 900,001: 23".</summary>
    public static Band From(Ratio figure, Ratio seats, Growth? growth = null) => new(new BandBound(figure, Included: true), null, seats, growth);

    /// <summary>"Above 900,000: 23".</summary>
    public static Band Above(Ratio figure, Ratio seats, Growth? growth = null) => new(new BandBound(figure, Included: false), null, seats, growth);
}
