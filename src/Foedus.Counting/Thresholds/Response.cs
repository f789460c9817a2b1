namespace Foedus.Counting;

/// <summary>What became of one vote. Five from the start: texts differ on each of them.</summary>
public enum Response
{
    Yes,
    No,
    Abstain,
    Absent,
    Invalid,
}
