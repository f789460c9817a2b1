using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>An edition as read, with what the checks need besides.</summary>
internal sealed record BoundEdition(CharterEdition Edition, EditionText Text, IReadOnlyList<MissingSlot> Missing, IReadOnlyList<ClauseSyntax> Clauses, PartyBinder Parties);
