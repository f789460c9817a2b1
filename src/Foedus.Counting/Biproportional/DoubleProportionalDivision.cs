using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>An election of districts and parties: the districts' seats are known, the parties' follow from all votes together.</summary>
/// <param name="Votes">The votes by district (rows) and party (columns).</param>
/// <param name="DistrictSeats">The seats of each district.</param>
public sealed record DoubleProportionalDivision(ImmutableArray<ImmutableArray<Ratio>> Votes, ImmutableArray<long> DistrictSeats)
{
    /// <summary>The rule of the upper apportionment.</summary>
    public ApportionmentRule Upper { get; init; } = DivisorRule.Webster;

    /// <summary>The rule of the lower apportionment.</summary>
    public DivisorRule Lower { get; init; } = DivisorRule.Webster;

    /// <summary>What the parties' shares are counted in.</summary>
    public VoterNumbers Voters { get; init; } = VoterNumbers.PerSeat;

    /// <summary>What a party must reach to take part; null for nothing.</summary>
    public PartyQuorum? Quorum { get; init; }

    /// <summary>The parties that win a tie of the upper apportionment, by a lot or another rule; empty while none was drawn.</summary>
    public ImmutableArray<int> UpperWinners { get; init; } = [];
}
