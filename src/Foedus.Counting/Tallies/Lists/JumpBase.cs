namespace Foedus.Counting;

/// <summary>Of what a share is, with which preference votes move a candidate up.</summary>
public enum JumpBase
{
    /// <summary>The votes of the list.</summary>
    ListVotes,

    /// <summary>All votes divided by all seats.</summary>
    Quota,

    /// <summary>The votes of the list divided by its seats; nobody passes on a list without a seat.</summary>
    ListQuota,
}
