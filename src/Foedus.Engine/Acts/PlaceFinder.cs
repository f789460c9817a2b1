using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Engine.Acts;

/// <summary>Finds the open place that a settlement or interpretation names, and which of its readings is meant; null if there is none.</summary>
public delegate (Silence Silence, int Reading)? PlaceFinder(Match action);
