namespace Foedus.Counting;

/// <summary>A rule for an election of lists: how the seats are divided among the lists, and who takes them.</summary>
/// <param name="Division">How the house is divided: a named <see cref="ApportionmentMethod"/> converts to a rule.</param>
/// <param name="Seating">Who takes the seats of a list.</param>
/// <param name="Threshold">The share of all votes that a list must reach; null for none.</param>
public sealed record ListRule(ApportionmentRule Division, ListSeating Seating, ShareThreshold? Threshold = null)
{
    /// <summary>
    /// Counts the contest and follows every way that a tie without a rule may go. A tie between lists for a seat is put as a tie between the
    /// candidates who would take it. Seats reserved for a group of candidates are kept as the German election rules for works councils say
    /// (Wahlordnung of 2001, section 15, paragraph 5), which know the highest numbers of D'Hondt alone; with another division they are refused.
    /// Cost: that of the division, and of sorting each list.
    /// </summary>
    public TallyResult Run(ListContest contest, TallyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return new TallyRule("list", "Lists", "", (_, chosen, judge) => ListCount.Count(this, contest, chosen, judge)).Run(contest.Frame, options);
    }
}
