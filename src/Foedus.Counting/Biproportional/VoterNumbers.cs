namespace Foedus.Counting;

/// <summary>What the parties' shares of the whole are counted in.</summary>
public enum VoterNumbers
{
    /// <summary>The votes as they are: each voter has one vote.</summary>
    Votes,

    /// <summary>Votes divided by the seats of the district, since each voter has as many votes as the district has seats.</summary>
    PerSeat,

    /// <summary>The same, each rounded to the nearest whole number, a half going up: Zürich.</summary>
    PerSeatRounded,
}
