using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The rules of the single transferable vote.</summary>
internal static class TransferableRules
{
    public static ImmutableArray<TallyRule> All { get; } =
    [
        new("irv", "Instant runoff, also the alternative vote", "Robert's Rules of Order Newly Revised, section 45; W. R. Ware, 1871", InstantRunoffCount.Count),
        new("scottish", "Single transferable vote by the Scottish rules", "Scottish Local Government Elections Order 2007 (SSI 2007/42), rules 45 to 52", ScottishCount.Count),
        new("wig", "Single transferable vote by weighted inclusive Gregory, exact", "D. M. Farrell and I. McAllister, Australian Journal of Political Science 38, 2003", InclusiveGregoryCount.Count),
        new("meek", "Meek's single transferable vote, exact", "I. D. Hill, B. A. Wichmann and D. R. Woodall, Computer Journal 30, 1987", MeekCount.Meek),
        new("warren", "Warren's single transferable vote, exact", "C. H. E. Warren, Voting matters 1, 1994", MeekCount.Warren),
        new("meek-prf", "Meek's single transferable vote by the reference rule", "Proportional Representation Foundation, Reference Meek Rule", MeekReferenceCount.Count),
        new("ers97", "Single transferable vote by the rules of the Electoral Reform Society", "R. A. Newland and F. S. Britton, third edition, 1997", Ers97Count.Count),
        new("senate", "Single transferable vote as for the Australian Senate", "Commonwealth Electoral Act 1918, section 273", SenateCount.Count),
    ];

    /// <summary>A refusal of what a rule laid down by law or by its author has no room for: other ways with ties by earlier rounds, reserved seats.</summary>
    public static NotTallied? Statutory(TallyOptions options)
    {
        if (!options.Reserved.IsEmpty) return new NotTallied(TallyRefusal.ReservedNotInRule);
        return options.Ties.Steps.Any(step => step is TieStep.Backwards or TieStep.Forwards) ? new NotTallied(TallyRefusal.TiesNotInRule) : null;
    }
}
