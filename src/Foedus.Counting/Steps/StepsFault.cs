namespace Foedus.Counting;

/// <summary>Something wrong or unsaid in a table of seats, found without any figure.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Band">The band at fault, by its place in the table; for two neighbours, the first.</param>
/// <param name="From">Where the trouble begins; null where it has no place.</param>
/// <param name="To">Where it ends; equal to <paramref name="From"/> for a single figure; null without end.</param>
public sealed record StepsFault(StepsFaultKind Kind, int Band, Ratio? From, Ratio? To);
