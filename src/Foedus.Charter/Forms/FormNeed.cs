namespace Foedus.Charter.Forms;

/// <summary>Whether a clause has to be said.</summary>
public enum FormNeed
{
    /// <summary>Structure: said or not there; it cannot be left open.</summary>
    Part,

    /// <summary>May be said, left open, or left to somebody.</summary>
    May,

    /// <summary>Has to be determined: leaving it out is a silence.</summary>
    Must,
}
