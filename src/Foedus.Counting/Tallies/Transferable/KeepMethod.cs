namespace Foedus.Counting;

/// <summary>How an elected candidate keeps a part of each paper.</summary>
internal enum KeepMethod
{
    /// <summary>The same fraction of whatever value each paper arrives with (Meek).</summary>
    Meek,

    /// <summary>The same value of each paper, or all of it where it arrives with less (Warren).</summary>
    Warren,
}
