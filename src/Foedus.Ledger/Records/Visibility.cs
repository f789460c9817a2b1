namespace Foedus.Ledger.Records;

/// <summary>Who may see an act. The number is that of the encoding.</summary>
public enum Visibility : byte
{
    /// <summary>Everybody: the act stands open in its entry.</summary>
    Public = 0,

    /// <summary>The federation and its units: the entry holds a hash alone.</summary>
    Internal = 1,

    /// <summary>Those whom it concerns: the entry holds a hash alone.</summary>
    Secret = 2,
}

/// <summary>How an act was ruled when it was recorded. The number is that of the encoding.</summary>
public enum RecordedRuling : byte
{
    /// <summary>Nothing is said.</summary>
    None = 0,
    Accepted = 1,
    Refused = 2,
    Undetermined = 3,

    /// <summary>A vote that is in order and carried.</summary>
    Carried = 4,

    /// <summary>A vote that is in order and lost.</summary>
    Lost = 5,

    /// <summary>A vote that is in order and tied.</summary>
    Tied = 6,
}
