namespace Foedus.Engine.Deciding;

/// <summary>What a vote comes to.</summary>
internal enum VoteResult
{
    Carried,
    Lost,
    Tied,
    NoQuorum,
    Open,
}
