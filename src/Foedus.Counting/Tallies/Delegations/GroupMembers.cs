namespace Foedus.Counting;

/// <summary>How many of the members are of a group.</summary>
/// <param name="Group">The group, as norms name it.</param>
/// <param name="Members">How many; zero or more, and no more than all members.</param>
public readonly record struct GroupMembers(string Group, Ratio Members);
