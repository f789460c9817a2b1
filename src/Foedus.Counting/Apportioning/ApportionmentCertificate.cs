namespace Foedus.Counting;

/// <summary>What proves a division: <see cref="DivisorCertificate"/>, <see cref="QuotaCertificate"/> or <see cref="ExclusionCertificate"/>.</summary>
public abstract record ApportionmentCertificate
{
    private protected ApportionmentCertificate()
    {
    }
}
