using System.Collections.Immutable;

namespace Foedus.Engine.Parties;

/// <summary>
/// What a clause is talking of when it is asked about an act: the unit that "that town" and "its" mean, and those that are "concerned". It
/// follows from the object of the act, never from its doer.
/// </summary>
/// <param name="Unit">The unit that is being talked of, or -1 where nothing on record gives it.</param>
/// <param name="Concerned">The units concerned; empty: only the one that is talked of.</param>
public readonly record struct Anchor(int Unit, ImmutableArray<int> Concerned)
{
    public static Anchor None => At(-1);

    public static Anchor At(int unit) => new(unit, []);
}
