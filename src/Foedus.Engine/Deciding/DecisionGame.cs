using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <summary>A rule of decision as a game of its voters, on one way of reading the silences that it meets.</summary>
/// <param name="Readings">The silences met, each with the index of its reading.</param>
/// <param name="Rules">The rules that apply, in the words of the charter.</param>
/// <param name="Needs">The tests that must all be met, as written.</param>
/// <param name="Enough">The tests of which any is enough by itself, as written.</param>
/// <param name="EnBloc">Whether each unit casts its votes as one.</param>
/// <param name="Test">When it is carried; null if that cannot be told.</param>
/// <param name="Electorate">Who votes: a class for each unit with seats, or one of members.</param>
/// <param name="Missing">What is not known; null if nothing is missing.</param>
public sealed record DecisionGame(
    ImmutableArray<(Silence Silence, int Reading)> Readings,
    ImmutableArray<DecisionRule> Rules,
    ImmutableArray<string> Needs,
    ImmutableArray<string> Enough,
    bool EnBloc,
    Threshold? Test,
    Profile? Electorate,
    string? Missing);
