namespace Foedus.Counting;

/// <summary>Where a band begins or ends.</summary>
/// <param name="At">The figure.</param>
/// <param name="Included">Whether that figure itself is in the band; null when the text does not say ("up to 10,000; then ...").</param>
public readonly record struct BandBound(Ratio At, bool? Included);
