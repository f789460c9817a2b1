namespace Foedus.Engine.Kernel;

/// <summary>
/// What a judgement comes to in each reading: a node of a reduced decision diagram whose leaves are numbers of the caller's choice. Equal
/// diagrams of one <see cref="Conditions"/> have equal nodes.
/// </summary>
/// <param name="Node">The node.</param>
public readonly record struct Diagram(int Node)
{
    /// <summary>A condition as a diagram: leaf 1 where it is true, 0 where it is not.</summary>
    public static Diagram Of(Condition condition) => new(condition.Node);
}
