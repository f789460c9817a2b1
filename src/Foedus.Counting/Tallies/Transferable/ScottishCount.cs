using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The single transferable vote by the Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52:
/// quota valid papers / (seats + 1), fraction ignored, plus 1; every paper of a candidate with a surplus goes on at its value
/// times the surplus over the candidate's votes, to five decimals, the rest ignored (weighted inclusive Gregory); one candidate
/// is excluded at a time; ties by the most recent earlier stage at which they differ, then by lot. A paper counts up to an equal
/// or left-out rank. Cost: linear in the preferences, and candidates times rounds.
/// </summary>
internal static class ScottishCount
{
    private static readonly BigInteger Scale = 100_000;

    public static TallyResult Count(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (TransferableRules.Statutory(options) is { } refused) return refused;
        if (Rankings.Of(contest, EqualRanks.Cut, out var refusal) is not { } rankings) return refusal!;
        var quota = (BigInteger)(rankings.Total / (contest.Seats + 1L)) + 1;
        return new GregoryCount(contest, rankings, new CountBook(contest, judge, 5))
        {
            Quota = quota,
            TransferValue = (value, surplus, votes) => Ratio.Of((value * surplus / votes * Scale).Floor(), Scale),
            Ties = new TieStep.Backwards(),
        }.Run();
    }
}
