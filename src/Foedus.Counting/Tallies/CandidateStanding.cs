namespace Foedus.Counting;

/// <summary>Where a candidate stands in a count.</summary>
public enum CandidateStanding
{
    /// <summary>Neither elected nor excluded yet.</summary>
    Continuing,

    Elected,

    Excluded,

    Withdrawn,
}
