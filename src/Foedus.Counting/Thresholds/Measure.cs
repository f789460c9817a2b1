namespace Foedus.Counting;

/// <summary>
/// What a vote is weighed by: heads, or a named weight of the profile (votes by seats, inhabitants, dues). A weight that is 1 for some
/// classes and 0 for others picks a part of the electorate: permanent members, one chamber, the units concerned.
/// </summary>
/// <param name="Index">The place of the weight in <see cref="VoterClass.Weights"/>; 0 is heads.</param>
public readonly record struct Measure(int Index)
{
    /// <summary>One voter, one vote.</summary>
    public static Measure Heads => default;
}
