namespace Foedus.Counting;

/// <summary>Why the places of a delegation cannot be reckoned.</summary>
public enum DelegationRefusal
{
    /// <summary>The places are below zero.</summary>
    NegativePlaces,

    /// <summary>A figure of members, or a number in a norm, is below zero.</summary>
    NegativeFigure,

    /// <summary>A norm speaks of a group whose members are not told and asks for their number.</summary>
    MembersUnknown,

    /// <summary>A group has more members than there are.</summary>
    GroupAboveMembers,

    /// <summary>A group is told twice.</summary>
    GroupTwice,

    /// <summary>There are no members to take a share of.</summary>
    NoMembers,

    /// <summary>Every so-many-th place of fewer than one, or a part above the whole.</summary>
    NormImpossible,

    /// <summary>The groups together are owed more places than the delegation has.</summary>
    PlacesTooFew,
}
