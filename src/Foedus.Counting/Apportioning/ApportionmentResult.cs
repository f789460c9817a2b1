namespace Foedus.Counting;

/// <summary>What a division came to: <see cref="Apportioned"/> or <see cref="NotApportioned"/>.</summary>
public abstract record ApportionmentResult
{
    private protected ApportionmentResult()
    {
    }
}
