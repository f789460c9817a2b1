namespace Foedus.Counting;

/// <summary>By what a victory in a pair is the stronger.</summary>
public enum DefeatStrength
{
    /// <summary>
    /// The more papers for the winner; among equal ones, the fewer for the loser (Schulze 2011, section 2.1). Papers that rank both
    /// equally or neither do not count.
    /// </summary>
    WinningVotes,

    /// <summary>The more papers for the winner than for the loser (Tideman 1987).</summary>
    Margins,
}
