namespace Foedus.Counting;

/// <summary>Somebody or something that may be elected or chosen.</summary>
/// <param name="Name">The name as on the paper.</param>
/// <param name="Withdrawn">Whether ballots pass over the candidate as if it had not stood.</param>
/// <param name="Group">The list, party or reserved group; null for none.</param>
public sealed record Candidate(string Name, bool Withdrawn = false, string? Group = null);
