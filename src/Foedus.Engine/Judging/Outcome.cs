namespace Foedus.Engine.Judging;

/// <summary>How a vote or another answer that is in order came out.</summary>
public enum Outcome
{
    /// <summary>The act is no vote, or not in order.</summary>
    None,
    Carried,
    Lost,
    Tied,
    NoQuorum,
}
