namespace Foedus.Counting;

/// <summary>What reckoning came to: <see cref="DelegationPlaces"/> or <see cref="NotReckoned"/>.</summary>
public abstract record DelegationResult
{
    private protected DelegationResult()
    {
    }
}
