namespace Foedus.Counting;

/// <summary>Who takes the seats of a list.</summary>
public abstract record ListSeating
{
    private ListSeating()
    {
    }

    /// <summary>Closed: in the order of the list.</summary>
    public sealed record Closed : ListSeating;

    /// <summary>Open: those with the most preference votes.</summary>
    public sealed record Open : ListSeating;

    /// <summary>
    /// Those whose preference votes pass a share come first, the most votes first; the others follow in the order of the list. "More than
    /// 25% of the quota" is <c>new Jump(new(Ratio.Of(1, 4), MustExceed: true), JumpBase.Quota)</c> (Kieswet, Netherlands, article P 15);
    /// "5% of the votes of the list" is <c>new Jump(new(Ratio.Of(1, 20)), JumpBase.ListVotes)</c> (Vallag 2005:837, Sweden, chapter 14).
    /// </summary>
    /// <param name="Share">The share, and whether it must be exceeded.</param>
    /// <param name="Of">Of what it is a share.</param>
    public sealed record Jump(ShareThreshold Share, JumpBase Of) : ListSeating;
}
