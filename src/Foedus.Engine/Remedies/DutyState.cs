namespace Foedus.Engine.Remedies;

/// <summary>How a duty stands, as kept in facts.</summary>
public static class DutyState
{
    public const int Open = 1;
    public const int Done = 2;
    public const int Missed = 3;
}
