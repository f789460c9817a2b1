using Foedus.Counting;

namespace Foedus.Engine.Standing;

/// <summary>How many seats somebody has: a number, or bounds.</summary>
/// <param name="Least">The least number.</param>
/// <param name="Most">The greatest; null if nothing bounds it, or if it cannot be told.</param>
/// <param name="IsOpen">True if it turns on something that is not yet known.</param>
public sealed record SeatRange(Ratio Least, Ratio? Most, bool IsOpen)
{
    public static SeatRange Open { get; } = new(Ratio.Zero, null, true);

    /// <summary>The one number, where there is one.</summary>
    public Ratio? Number => !IsOpen && Most is { } most && most == Least ? Least : null;

    public override string ToString() =>
        Number is { } number ? number.ToMixedString()
        : IsOpen && Most is null ? Least.IsZero ? "undetermined" : "undetermined, at least " + Least.ToMixedString()
        : Most is { } most ? $"from {Least.ToMixedString()} to {most.ToMixedString()}"
        : "at least " + Least.ToMixedString();
}
