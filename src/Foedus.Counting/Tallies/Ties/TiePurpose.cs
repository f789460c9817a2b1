namespace Foedus.Counting;

/// <summary>What the tied candidates are compared for.</summary>
public enum TiePurpose
{
    /// <summary>One of them is elected, or ranked above the others.</summary>
    Elect,

    /// <summary>One of them is excluded, or ranked below the others.</summary>
    Exclude,

    /// <summary>The surplus of one of them is transferred first.</summary>
    Transfer,
}
