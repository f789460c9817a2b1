using Foedus.Charter.Model;

namespace Foedus.Engine.Bodies;

/// <summary>
/// A body as it sits somewhere: a body of the federation, or that of one unit where every unit of a kind has its own.
/// </summary>
/// <param name="Body">What the charter says of it.</param>
/// <param name="Unit">The unit whose body it is, or -1: a body of the whole.</param>
public readonly record struct BodyAt(Body Body, int Unit = -1)
{
    public string Name => Body.Name;

    /// <summary>A chamber of it, at the same unit.</summary>
    public BodyAt Chamber(Body chamber) => new(chamber, Unit);

    public override string ToString() => Body.ToString();
}
