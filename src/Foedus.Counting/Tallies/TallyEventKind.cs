namespace Foedus.Counting;

/// <summary>What can happen in a round of a tally.</summary>
public enum TallyEventKind
{
    /// <summary>The quota, or the new quota, is the value.</summary>
    Quota,

    /// <summary>So many papers, which is the value, are void under the rule: their first rank is shared, or they rank withdrawn candidates only.</summary>
    PapersVoid,

    /// <summary>So many papers, which is the value, count only up to an equal or left-out rank.</summary>
    PapersCutShort,

    /// <summary>Elected on reaching what the rule asks for.</summary>
    Elected,

    /// <summary>Elected because no more candidates than seats remain.</summary>
    ElectedAsRemaining,

    /// <summary>Excluded with the fewest votes, or together as sure losers.</summary>
    Excluded,

    /// <summary>Excluded because the seats are filled, or because a reserved seat could not be filled otherwise.</summary>
    ExcludedByRule,

    /// <summary>The surplus, which is the value, is transferred.</summary>
    SurplusTransferred,

    /// <summary>The surplus, which is the value, waits: it cannot change who is lowest.</summary>
    SurplusDeferred,

    /// <summary>The papers of an excluded candidate received at the value are transferred.</summary>
    PapersTransferred,

    /// <summary>Votes of the value were lost by rounding in this round.</summary>
    LostByRounding,

    /// <summary>A tie was settled by the votes of an earlier round, whose number is the value; the first named is the one chosen.</summary>
    TieByEarlierRound,

    /// <summary>A tie was settled by lot; the first named is the one chosen.</summary>
    TieByLot,

    /// <summary>A tie was settled by the given order; the first named is the one chosen.</summary>
    TieByOrder,

    /// <summary>A tie that nothing settles and that makes no difference: all of them go in turn.</summary>
    TieIndifferent,

    /// <summary>A tie that no rule settles; this is the way in which the first named is chosen.</summary>
    TieOpen,

    /// <summary>Votes agree to as many binary digits as the value says, neither equal nor different by any proof, and are held equal.</summary>
    HeldEqual,

    /// <summary>May not be excluded: a reserved seat needs the candidate.</summary>
    Guarded,

    /// <summary>May not be elected: reserved seats need every place that is left.</summary>
    Doomed,

    /// <summary>The candidates compared, or the group formed, by a method's own rule; the value is its figure.</summary>
    Noted,
}
