namespace Foedus.Counting;

/// <summary>Somebody on a list.</summary>
/// <param name="Name">The name as on the paper.</param>
/// <param name="Preferences">Preference votes; zero or more. A closed list does not read them.</param>
/// <param name="Group">A group for which seats may be reserved; null for none. It is not the list.</param>
/// <param name="Withdrawn">Whether the candidate is passed over.</param>
public sealed record ListCandidate(string Name, Ratio Preferences = default, string? Group = null, bool Withdrawn = false);
