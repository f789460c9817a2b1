namespace Foedus.Engine.Kernel;

/// <summary>A silence met on a path, and how it is read there.</summary>
/// <param name="Silence">Number of the silence.</param>
/// <param name="Reading">Its reading on this path.</param>
/// <param name="Readings">How many readings it has.</param>
public readonly record struct AskedSilence(int Silence, int Reading, int Readings);
