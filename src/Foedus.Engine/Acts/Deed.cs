using System.Collections.Immutable;
using Foedus.Charter.Syntax;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Acts;

/// <summary>What every act has: its number and day, its verb, who did it, and where it is written.</summary>
internal readonly record struct Deed(int Number, Day Done, Verb Verb, ImmutableArray<int> By, ClauseSyntax Clause);
