using Foedus.Charter.Model;

namespace Foedus.Engine.Judging;

/// <summary>One reason of a ruling: a provision, whether it is met, and what it says of this act.</summary>
/// <param name="Met">Whether it speaks for the act, against it, or leaves it open.</param>
/// <param name="By">The provision; null where no provision is the point ("no provision gives this power").</param>
/// <param name="Message">Which sentence (<see cref="GroundTexts"/>).</param>
/// <param name="First">First argument of the sentence.</param>
/// <param name="Second">Second argument.</param>
/// <param name="Need">What would change an open or failing reason.</param>
/// <param name="Informs">
/// True if it tells how something came out and is no reason against the act: a vote that is lost is still a vote in order.
/// </param>
public readonly record struct Ground(Truth Met, Provision? By, GroundKind Message, object? First, object? Second, Need? Need, bool Informs = false)
{
    public override string ToString() => GroundTexts.Of(this);
}
