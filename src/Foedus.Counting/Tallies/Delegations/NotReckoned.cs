using System.Numerics;

namespace Foedus.Counting;

/// <summary>A delegation whose places cannot be reckoned, and why.</summary>
/// <param name="Reason">The sort of reason.</param>
/// <param name="Group">The group at fault; null when it is the whole.</param>
/// <param name="Required">What the norms ask for, where that is the reason; otherwise zero.</param>
/// <param name="Available">The places there are, where that is the reason; otherwise zero.</param>
public sealed record NotReckoned(DelegationRefusal Reason, string? Group, BigInteger Required, BigInteger Available) : DelegationResult
{
    /// <summary>The reason as a sentence.</summary>
    public string Explanation => Reason switch
    {
        DelegationRefusal.NegativePlaces => "The places of the delegation are below zero.",
        DelegationRefusal.NegativeFigure => $"A figure is below zero{Of}.",
        DelegationRefusal.MembersUnknown => $"The number of members is not told{Of}.",
        DelegationRefusal.GroupAboveMembers => $"There are more members of the group than members{Of}.",
        DelegationRefusal.GroupTwice => $"The members of the group are told twice{Of}.",
        DelegationRefusal.NoMembers => "There are no members to take a share of.",
        DelegationRefusal.NormImpossible => $"The norm cannot be kept by any delegation{Of}.",
        _ => FormattableString.Invariant($"The groups are owed {Required} places together; the delegation has {Available}."),
    };

    private string Of => Group is null ? "" : $": {Group}";
}
