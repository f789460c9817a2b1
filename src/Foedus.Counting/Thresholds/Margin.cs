namespace Foedus.Counting;

/// <summary>The two sides of a gate and what lies between them.</summary>
/// <param name="Left">What there is.</param>
/// <param name="Right">What it is compared with.</param>
/// <param name="Surplus">
/// Left less right, all ranges taken together: narrower than the difference of the sides when a range stands on both.
/// </param>
/// <param name="Strict">True when the surplus must be above zero; false when zero is enough.</param>
public readonly record struct Margin(RatioRange Left, RatioRange Right, RatioRange Surplus, bool Strict)
{
    public Truth Truth =>
        Passes(Surplus.Low) ? Truth.True
        : Passes(Surplus.High) ? Truth.Open
        : Truth.False;

    /// <summary>What the left side lacks to draw level, at worst; zero when it lacks nothing. A strict gate needs something beyond it.</summary>
    public Ratio Missing => Ratio.Max(0, -Surplus.Low);

    private bool Passes(Ratio surplus) => Strict ? surplus.Sign > 0 : surplus.Sign >= 0;
}
