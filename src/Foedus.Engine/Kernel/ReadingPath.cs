namespace Foedus.Engine.Kernel;

/// <summary>What a judgement came to on one path.</summary>
/// <param name="Silences">The silences met on the path and their readings, in the order in which they were met.</param>
/// <param name="Result">What the judgement returned.</param>
public readonly record struct ReadingPath<T>(IReadOnlyList<AskedSilence> Silences, T Result);
