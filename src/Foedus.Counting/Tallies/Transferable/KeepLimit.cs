namespace Foedus.Counting;

/// <summary>The exact limit of a count in which elected candidates keep just a quota.</summary>
/// <param name="Votes">Votes of each candidate.</param>
/// <param name="Keep">What each elected candidate keeps.</param>
/// <param name="Exhausted">What the papers leave to nobody.</param>
/// <param name="Quota">The quota, which each elected candidate has.</param>
internal sealed record KeepLimit(Ratio[] Votes, Ratio[] Keep, Ratio Exhausted, Ratio Quota);
