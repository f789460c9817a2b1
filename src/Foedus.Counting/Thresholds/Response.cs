namespace Foedus.Counting;

/// <summary>What became of one vote. Texts differ on each of them.</summary>
public enum Response
{
    Yes,
    No,
    Abstain,
    Absent,
    Invalid,

    /// <summary>A paper with nothing on it.</summary>
    Blank,
}
