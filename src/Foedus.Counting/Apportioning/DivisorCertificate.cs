namespace Foedus.Counting;

/// <summary>
/// The divisors that give this answer (Balinski and Young 1982): every divisor between the bounds rounds the claims to exactly
/// these seats. <see cref="Low"/> is where the next seat would be given, <see cref="High"/> where the last seat would be lost.
/// Equal bounds are a tie.
/// </summary>
/// <param name="Low">Null when no unit may take another seat.</param>
/// <param name="High">Null when no unit may lose a seat: all have their least.</param>
public sealed record DivisorCertificate(DivisorBound? Low, DivisorBound? High) : ApportionmentCertificate
{
    /// <summary>A round number strictly between the bounds; the tied value itself in a tie; null when that is a root. Computed when asked for.</summary>
    public Ratio? Divisor => RoundDivisor.Between(Low, High);
}
