namespace Foedus.Engine.Deciding;

/// <summary>What a poll may come to.</summary>
[Flags]
internal enum Ends
{
    None = 0,
    Carried = 1,
    Lost = 2,
    Tied = 4,
    NoQuorum = 8,

    /// <summary>What would tell it is not known.</summary>
    Open = 16,
}
