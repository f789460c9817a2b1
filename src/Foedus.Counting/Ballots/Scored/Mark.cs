namespace Foedus.Counting;

/// <summary>What a paper gives to a candidate: a score, or so many of its votes.</summary>
/// <param name="Candidate">The candidate by place in the contest's list, from 0.</param>
/// <param name="Value">The exact value; a fraction where votes are split.</param>
public readonly record struct Mark(int Candidate, Ratio Value);
