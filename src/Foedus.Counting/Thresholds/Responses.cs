namespace Foedus.Counting;

/// <summary>A set of responses: what a tally counts. There is no default set; every rule names its own.</summary>
[Flags]
public enum Responses
{
    None = 0,
    Yes = 1 << Response.Yes,
    No = 1 << Response.No,
    Abstain = 1 << Response.Abstain,
    Absent = 1 << Response.Absent,
    Invalid = 1 << Response.Invalid,
    Blank = 1 << Response.Blank,

    /// <summary>For and against.</summary>
    Cast = Yes | No,

    /// <summary>Everybody who is there: an invalid or blank vote shows that its voter was.</summary>
    Present = Yes | No | Abstain | Invalid | Blank,

    /// <summary>Everybody entitled.</summary>
    All = Present | Absent,
}
