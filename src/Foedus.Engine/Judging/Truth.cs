namespace Foedus.Engine.Judging;

/// <summary>Whether something holds; open where the charter, a figure or a person has yet to say.</summary>
public enum Truth
{
    No,
    Open,
    Yes,
}
