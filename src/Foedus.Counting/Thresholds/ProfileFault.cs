namespace Foedus.Counting;

/// <summary>Numbers of a voter class that cannot be.</summary>
/// <param name="Class">The class, by its place in the profile.</param>
/// <param name="Kind">What is wrong.</param>
public readonly record struct ProfileFault(int Class, ProfileFaultKind Kind);
