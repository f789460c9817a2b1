namespace Foedus.Counting;

/// <summary>What a party must reach to take part; either share is enough.</summary>
/// <param name="InADistrict">A share of the votes of some district; null when there is no such way in.</param>
/// <param name="InAll">A share of the voters of the whole; null when there is no such way in.</param>
public readonly record struct PartyQuorum(ShareThreshold? InADistrict, ShareThreshold? InAll)
{
    /// <summary>"Five per cent in a district or three per cent in all": Zug.</summary>
    public static PartyQuorum Either(Ratio inADistrict, Ratio inAll) => new(new ShareThreshold(inADistrict), new ShareThreshold(inAll));
}
