using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>At least so many of the tests hold.</summary>
/// <param name="Needed">How many; none or fewer always holds, more than there are never.</param>
/// <param name="Tests">The tests.</param>
/// <param name="Name">For the reader.</param>
public sealed record AtLeastOf(int Needed, ImmutableArray<Threshold> Tests, string? Name = null) : Threshold
{
    // At least k of n fails exactly when at least n - k + 1 of them fail.
    public override Threshold Negation => new AtLeastOf(Tests.Length - Math.Clamp(Needed, 0, Tests.Length + 1) + 1, [.. Tests.Select(test => test.Negation)], Name);

    public override IEnumerable<Gate> Gates => Tests.SelectMany(test => test.Gates);
}
