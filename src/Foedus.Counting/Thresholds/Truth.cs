namespace Foedus.Counting;

/// <summary>Whether a test is met, as far as it can be known.</summary>
public enum Truth
{
    False,
    True,

    /// <summary>It hangs on a figure that is not exact, or on votes not yet cast.</summary>
    Open,
}
