namespace Foedus.Counting;

/// <summary>What is certain about a test while votes are still to come.</summary>
/// <param name="Truth">True or false: certain, whatever happens. Open: not certain.</param>
/// <param name="IsExact">
/// False only for open, when the ways of voting were too many to try all, or a figure is only a range: it may then be certain without
/// being seen to be.
/// </param>
public readonly record struct Outlook(Truth Truth, bool IsExact);
