using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A tie that was met, and what became of it.</summary>
/// <param name="Purpose">What the candidates were compared for.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Tied">The tied candidates, in the order of the contest's list.</param>
/// <param name="Chosen">The one who is elected, excluded or transferred first.</param>
/// <param name="By">How it was settled; <see cref="TieSettlement.Open"/> when nothing settles it and this is one way it may go.</param>
/// <param name="EarlierRound">The earlier round that told them apart, from 1; null otherwise.</param>
public sealed record SettledTie(
    TiePurpose Purpose, int Round, ImmutableArray<int> Tied, int Chosen, TieSettlement By, int? EarlierRound = null);
