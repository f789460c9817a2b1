using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <summary>Which responses count as what, by one way of reading the rule's places.</summary>
/// <param name="For">In favour.</param>
/// <param name="Against">Against.</param>
/// <param name="Cast">Votes cast.</param>
/// <param name="AtVote">Votes cast, for a quorum of them.</param>
internal readonly record struct PollMasks(Responses For, Responses Against, Responses Cast, Responses AtVote)
{
    /// <summary>True if who does not take part is absent; else he leaves the vote.</summary>
    public bool OthersAreAbsent { get; private init; }

    public static PollMasks Of(Abstention abstention, bool invalidCast, bool othersAreAbsent = false, BlankPaper blank = BlankPaper.Abstention)
    {
        var abstaining = Responses.Abstain | (blank == BlankPaper.Abstention ? Responses.Blank : Responses.None);
        var against = Responses.No | (abstention == Abstention.CountsAgainst ? abstaining : Responses.None);
        var cast = Responses.Yes | against | (invalidCast ? Responses.Invalid : Responses.None)
            | (blank == BlankPaper.Cast || (blank == BlankPaper.Invalid && invalidCast) ? Responses.Blank : Responses.None);
        return new PollMasks(Responses.Yes, against, cast, cast | (abstention == Abstention.QuorumOnly ? abstaining : Responses.None)) { OthersAreAbsent = othersAreAbsent };
    }
}
