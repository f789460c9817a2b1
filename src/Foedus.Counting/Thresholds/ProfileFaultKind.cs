namespace Foedus.Counting;

public enum ProfileFaultKind
{
    NegativeCount,
    NegativeResponses,
    MoreResponsesThanVoters,
    NegativeWeight,
}
