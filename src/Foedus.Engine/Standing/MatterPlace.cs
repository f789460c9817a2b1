using Foedus.Engine.Rules;

namespace Foedus.Engine.Standing;

/// <summary>Where a matter stands.</summary>
/// <param name="Name">The name of the stage or end; empty if it is before nobody, or if that cannot be told.</param>
/// <param name="IsEnd">True at an end of the procedure.</param>
/// <param name="Place">The stage or end with its provision; null if the matter was never put, or if that cannot be told.</param>
/// <param name="IsOpen">True if it turns on something that is not yet decided.</param>
public sealed record MatterPlace(string Name, bool IsEnd, StagePlace? Place, bool IsOpen)
{
    public static MatterPlace Open { get; } = new("", false, null, true);

    public static MatterPlace NotPut { get; } = new("", false, null, false);

    public override string ToString() => IsOpen ? "undetermined" : Place is null ? "not before anybody" : IsEnd ? Name : "at " + Name;
}
