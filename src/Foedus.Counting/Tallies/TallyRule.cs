namespace Foedus.Counting;

/// <summary>A rule by which ballots are counted.</summary>
/// <param name="Name">How it is asked for: small letters, digits and hyphens.</param>
/// <param name="Title">What it is, as a short phrase.</param>
/// <param name="Source">Where the rule is published.</param>
/// <param name="Count">
/// The count. It never throws for a contest and options; what cannot be counted is <see cref="NotTallied"/>. Ties are put to the
/// judge, which may be asked again for another way: the count must be a function of the contest, the options and the answers.
/// </param>
public sealed record TallyRule(string Name, string Title, string Source, Func<Contest, TallyOptions, TieJudge, TallyResult> Count)
{
    /// <summary>Counts the contest and follows every way that a tie without a rule may go.</summary>
    public TallyResult Run(Contest contest, TallyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return TieWays.Follow(this, contest, options ?? TallyOptions.Default);
    }
}
