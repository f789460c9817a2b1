namespace Foedus.Engine.Kernel;

/// <summary>A member of a set as it shows in a view.</summary>
/// <param name="Thing">The object of the subject that was asked for, or the subject of the object.</param>
/// <param name="Value">The value of the fact that links them.</param>
/// <param name="Version">Index of that fact in the store.</param>
public readonly record struct Link(int Thing, long Value, int Version);
