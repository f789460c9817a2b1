using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A list of candidates, in the order in which it was handed in.</summary>
/// <param name="Name">The name of the list.</param>
/// <param name="Votes">The votes for the list, those for its candidates included; zero or more.</param>
/// <param name="Candidates">The candidates; a list takes no more seats than it has candidates who stand.</param>
public sealed record PartyList(string Name, Ratio Votes, ImmutableArray<ListCandidate> Candidates);
