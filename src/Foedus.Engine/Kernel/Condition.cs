namespace Foedus.Engine.Kernel;

/// <summary>
/// The readings in which something holds: a node of a reduced decision diagram kept by <see cref="Conditions"/>. Equal conditions of one
/// store have equal nodes.
/// </summary>
/// <param name="Node">0 is always, 1 is never.</param>
public readonly record struct Condition(int Node)
{
    /// <summary>In every reading.</summary>
    public static Condition Always => default;

    /// <summary>In no reading.</summary>
    public static Condition Never => new(1);

    public bool IsAlways => Node == 0;

    public bool IsNever => Node == 1;
}
