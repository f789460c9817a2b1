namespace Foedus.Counting;

/// <summary>What measuring came to: <see cref="FairnessMeasures"/> or <see cref="NotMeasured"/>.</summary>
public abstract record FairnessResult
{
    private protected FairnessResult()
    {
    }
}
