namespace Foedus.Counting;

/// <summary>
/// An exact rule for dividing a house: a <see cref="DivisorRule"/>, a <see cref="QuotaRule"/>, a <see cref="QuotaMethodRule"/> or
/// <see cref="ExclusionRule"/>. The methods with names of their own are <see cref="ApportionmentMethod"/> and convert to rules.
/// </summary>
public abstract record ApportionmentRule
{
    private protected ApportionmentRule()
    {
    }

    /// <summary>The rule of a named method; for a value that is no method a rule that refuses to divide.</summary>
    public static implicit operator ApportionmentRule(ApportionmentMethod method) => ApportionmentMethods.Rule(method);

    /// <summary>The named method that is this rule; null for a rule that has no name of its own.</summary>
    public ApportionmentMethod? Method => ApportionmentMethods.MethodOf(this);
}
