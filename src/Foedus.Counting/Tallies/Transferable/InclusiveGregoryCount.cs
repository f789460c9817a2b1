namespace Foedus.Counting;

/// <summary>
/// The single transferable vote by the weighted inclusive Gregory method in exact fractions: quota the valid votes over
/// (seats + 1), elected with more than the quota; every paper of an elected candidate goes on at its value times the surplus over
/// the candidate's votes. The method: D. M. Farrell and I. McAllister, "The 1983 change in surplus vote transfer procedures for
/// the Australian Senate", Australian Journal of Political Science 38, 2003, who name it; the quota: H. R. Droop, 1881, without
/// rounding. The largest surplus goes first; one candidate is excluded at a time. Equal ranks are completed. Seats may be
/// reserved; see <see cref="ReservedPlaces"/>. Cost: linear in the preferences, and candidates times values times the
/// square of the fractions' length, which grows with every transfer; <see cref="TallyOptions.MostWork"/> bounds it.
/// </summary>
internal static class InclusiveGregoryCount
{
    public static TallyResult Count(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (Rankings.Of(contest, EqualRanks.Completed, out var refusal) is not { } rankings) return refusal!;
        if (ReservedPlaces.Of(contest, options, out refusal) is not { } reserved) return refusal!;
        var book = new CountBook(contest, judge, null) { Reserved = options.Reserved.IsEmpty ? null : reserved };
        return new GregoryCount(contest, rankings, book)
        {
            Quota = Ratio.Of(rankings.Total, contest.Seats + 1L),
            TransferValue = (value, surplus, votes) => value * surplus / votes,
            AboveQuota = true,
            Budget = new WorkBudget(options.MostWork),
        }.Run();
    }
}
