namespace Foedus.Engine.Things;

/// <summary>An identity that acts and facts refer to by number.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Name">Its name, as written.</param>
/// <param name="Of">The thing of which it is one (the unit of a body, the body of an office), or -1.</param>
public readonly record struct Thing(ThingKind Kind, string Name, int Of);
