using Foedus.Charter.Syntax;
using NodaTime;

namespace Foedus.Charter.Model;

/// <summary>How its owner fills an open place; never part of the charter.</summary>
/// <param name="Name">Its name in rulings: "A3".</param>
/// <param name="Silence">The silence that it fills (for a figure that nobody returned: the silence of that figure).</param>
/// <param name="Reading">The index of the reading in <see cref="Silence.Readings"/>.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Since">From when it holds; null: always.</param>
/// <param name="Until">Until when, exclusive; null: for good.</param>
/// <param name="Scope">For whose acts it is assumed; null: for all.</param>
/// <param name="Because">The reason, or the published source of a figure.</param>
public sealed record Assumption(string Name, Silence Silence, int Reading, string Owner, LocalDate? Since, LocalDate? Until, Party? Scope, string Because)
{
    /// <summary>The file in which it stands.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where it is written; null for one that no file holds.</summary>
    public ClauseSyntax? Clause { get; init; }

    public override string ToString() => Name;
}
