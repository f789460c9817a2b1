namespace Foedus.Engine.Kernel;

/// <summary>What a view shows on one timeline.</summary>
/// <param name="Version">
/// The version, which may state that nothing holds; <see cref="FactStore.None"/>; or <see cref="FactStore.Open"/>.
/// </param>
/// <param name="Value">The value, if <see cref="Holds"/>.</param>
public readonly record struct Sight(int Version, long Value)
{
    /// <summary>A value holds.</summary>
    public bool Holds => Version >= 0 && Value != FactVersion.Nothing;

    /// <summary>It depends on a silence that the view leaves open.</summary>
    public bool IsOpen => Version == FactStore.Open;
}
