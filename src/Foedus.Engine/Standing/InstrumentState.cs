namespace Foedus.Engine.Standing;

/// <summary>How a legal act stands.</summary>
public enum InstrumentState
{
    /// <summary>It turns on a place that the charter leaves open, a figure or a decision not yet made.</summary>
    Undetermined,

    /// <summary>Nothing of the name was issued or enacted by that day.</summary>
    NotIssued,

    /// <summary>Still before somebody.</summary>
    Pending,
    InForce,

    /// <summary>Issued or enacted, and not yet in force or no longer.</summary>
    NotInForce,
    Suspended,

    /// <summary>Annulled from a day.</summary>
    Annulled,

    /// <summary>Annulled from the start: it never was.</summary>
    Void,
    Repealed,
}
