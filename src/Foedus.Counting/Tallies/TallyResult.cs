namespace Foedus.Counting;

/// <summary>What a tally came to: <see cref="Tallied"/>, <see cref="TallyUndetermined"/> or <see cref="NotTallied"/>.</summary>
public abstract record TallyResult
{
    private protected TallyResult()
    {
    }
}
