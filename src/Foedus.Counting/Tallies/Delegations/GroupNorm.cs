namespace Foedus.Counting;

/// <summary>What a rule asks of a delegation for one group of its members: women, young members, a minority.</summary>
public abstract record GroupNorm
{
    private GroupNorm(string group) => Group = group;

    /// <summary>The group.</summary>
    public string Group { get; }

    /// <summary>
    /// At least so many in delegations from a size on: "at least one woman in a delegation of three or more" (ITF, constitution of 2018).
    /// </summary>
    public sealed record Least(string Group, long Places, long FromSize = 1) : GroupNorm(Group);

    /// <summary>
    /// At least the group's share of the members, reckoned by the rounding: "women at least in proportion to membership" is
    /// <see cref="Rounding.Up"/>, since fewer would be less than the proportion (ITF; IG Metall, statutes, women at least by their share).
    /// </summary>
    public sealed record Share(string Group, Rounding Rounding = Rounding.Up) : GroupNorm(Group);

    /// <summary>
    /// At least what the group gets when the places are divided between it and all others by D'Hondt (Wahlordnung to the
    /// Betriebsverfassungsgesetz of 2001, section 5).
    /// </summary>
    public sealed record Division(string Group, ApportionmentMethod Method = ApportionmentMethod.Jefferson) : GroupNorm(Group);

    /// <summary>
    /// Every so-many-th place: "every second delegate a woman" is 2, at least one of two, two of four, two of five (Labour Party rules for
    /// constituency parties).
    /// </summary>
    public sealed record Every(string Group, int Nth = 2) : GroupNorm(Group);

    /// <summary>A fixed part of the places, rounded as stated: "at least half".</summary>
    public sealed record Part(string Group, Ratio Of, Rounding Rounding = Rounding.Up) : GroupNorm(Group);

    /// <summary>
    /// More places, all for the group, once it has so many members: "one more woman where there are 100 women or more" (Labour). They are
    /// added to the delegation and do not count towards what the other norms keep of the rest.
    /// </summary>
    public sealed record Extra(string Group, long Places, Ratio FromMembers) : GroupNorm(Group);
}
