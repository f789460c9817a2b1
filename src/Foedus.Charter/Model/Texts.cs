using System.Collections.Immutable;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Model;

/// <summary>A journal as text: its acts are clauses that the engine turns into acts. A rehearsal never happened.</summary>
public sealed record JournalText(string Title, bool IsRehearsal, string? After, string Path, ImmutableArray<ClauseSyntax> Acts);

/// <summary>A case as text: what is given and what is expected.</summary>
public sealed record CaseText(string Title, string Path, ClauseSyntax Clause);
