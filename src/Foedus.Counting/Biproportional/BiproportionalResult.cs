namespace Foedus.Counting;

/// <summary>
/// What a biproportional division came to: <see cref="BiproportionalApportioned"/>, <see cref="BiproportionalInfeasible"/> with its proof,
/// or <see cref="BiproportionalRefused"/> for input that makes no sense.
/// </summary>
public abstract record BiproportionalResult
{
    private protected BiproportionalResult()
    {
    }
}
