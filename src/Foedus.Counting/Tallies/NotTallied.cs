namespace Foedus.Counting;

/// <summary>A contest that the rule cannot count, and why.</summary>
/// <param name="Reason">The sort of reason.</param>
/// <param name="Ballot">The first ballot at fault, by its place in the list; null when it is the whole.</param>
/// <param name="Detail">A name or figure that belongs to the reason; null for none.</param>
public sealed record NotTallied(TallyRefusal Reason, int? Ballot = null, string? Detail = null) : TallyResult
{
    /// <summary>The reason as a sentence.</summary>
    public string Explanation => Reason switch
    {
        TallyRefusal.EqualRanks => "The rule knows no equal ranks.",
        TallyRefusal.OneSeatOnly => "The rule fills one seat only.",
        TallyRefusal.TooManyPapers => "There are more papers than the rule's arithmetic holds.",
        TallyRefusal.TooManyEqualRanks => "The ballots rank more candidates equally than can be arranged in every order.",
        TallyRefusal.TooManyCandidates => "There are more candidates than the method can work through.",
        TallyRefusal.BudgetSpent => "The work did not end within its budget.",
        TallyRefusal.ReservedNotInRule => "The rule has no way to reserve seats.",
        TallyRefusal.ReservedImpossible => "The reserved seats cannot be filled by the candidates there are.",
        TallyRefusal.TiesNotInRule => "The rule settles ties by earlier rounds in its own way; only what comes after can be chosen.",
        TallyRefusal.NoBallots => "There is no ballot to count.",
        TallyRefusal.NoGroups => "The rule counts lists, and no candidate belongs to one.",
        _ => "The ballots are not of the kind that the rule counts.",
    };
}
