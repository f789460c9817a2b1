namespace Foedus.Counting;

/// <summary>A rule by which papers with marks are counted.</summary>
/// <param name="Name">How it is asked for: small letters, digits and hyphens.</param>
/// <param name="Title">What it is, as a short phrase.</param>
/// <param name="Source">Where the rule is published.</param>
/// <param name="Count">The count; see <see cref="TallyRule.Count"/>.</param>
public sealed record ScoreRule(string Name, string Title, string Source, Func<ScoredContest, TallyOptions, TieJudge, TallyResult> Count)
{
    /// <summary>Counts the contest and follows every way that a tie without a rule may go.</summary>
    public TallyResult Run(ScoredContest contest, TallyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return For(contest).Run(contest.Frame, options);
    }

    /// <summary>
    /// This rule for the papers of one contest, in the shape of every other rule. It counts these papers for whichever candidates and seats
    /// it is given: they must be those of the contest, with other seats or groups at most.
    /// </summary>
    public TallyRule For(ScoredContest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return new TallyRule(Name, Title, Source, (frame, chosen, judge) => Count(contest.With(frame), chosen, judge));
    }
}
