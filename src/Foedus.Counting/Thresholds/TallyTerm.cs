namespace Foedus.Counting;

/// <summary>A multiple of a tally: factor * (voters who gave one of these responses, by this measure).</summary>
public readonly record struct TallyTerm(Ratio Factor, Responses Which, Measure By);
