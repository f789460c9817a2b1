using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using NodaTime;

namespace Foedus.Charter.Binding;

/// <summary>The text of an edition as it holds: the top clauses of its own file, or those of the edition before with its amendments worked in.</summary>
internal sealed record EditionText(int Number, EditionStatus Status, LocalDate From, int? Amends, SyntaxTree Tree, IReadOnlyList<ClauseSyntax> Clauses);
