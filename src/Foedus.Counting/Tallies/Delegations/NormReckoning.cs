using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>What one norm asks for.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Exact">The exact figure before rounding; equal to <paramref name="Places"/> where nothing is rounded.</param>
/// <param name="Places">The places it asks for; for an extra norm, those it adds.</param>
/// <param name="Tied">
/// True where a division leaves one place tied between the group and the others; <paramref name="Places"/> then has it with the others.
/// </param>
public sealed record NormReckoning(GroupNorm Norm, Ratio Exact, long Places, bool Tied = false);
