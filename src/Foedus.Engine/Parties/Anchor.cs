using System.Collections.Immutable;

namespace Foedus.Engine.Parties;

/// <summary>
/// What a clause is talking of when it is asked about an act: the unit that "that town" and "its" mean, and those that are "concerned". It
/// follows from the object of the act, never from its doer.
/// </summary>
/// <param name="Unit">The unit that is being talked of, or -1 where nothing on record gives it.</param>
/// <param name="Concerned">The units concerned; empty: only the one that is talked of.</param>
/// <param name="Several">All that are talked of, where they are several alike: those of one matter, of a merger; empty: only the one.</param>
public readonly record struct Anchor(int Unit, ImmutableArray<int> Concerned, ImmutableArray<int> Several)
{
    public static Anchor None => At(-1);

    public static Anchor At(int unit) => new(unit, [], []);

    /// <summary>These, all of them alike; others may be concerned beside them.</summary>
    public static Anchor AtAll(ImmutableArray<int> units, ImmutableArray<int>? concerned = null) =>
        units.IsEmpty ? None : new(units[0], concerned ?? units, units.Length > 1 ? units : []);

    /// <summary>Whether several are talked of alike.</summary>
    public bool IsOfSeveral => !Several.IsDefaultOrEmpty;

    /// <summary>The units that are talked of: one, or several alike; none where nothing gives it.</summary>
    public ImmutableArray<int> Those => IsOfSeveral ? Several : Unit < 0 ? [] : [Unit];
}
