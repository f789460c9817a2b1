namespace Foedus.Engine.Judging;

/// <summary>What the engine rules of an act.</summary>
public enum Verdict
{
    Accepted,
    Refused,
    Undetermined,
}
