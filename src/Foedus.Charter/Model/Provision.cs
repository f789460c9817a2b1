using Foedus.Charter.Syntax;

namespace Foedus.Charter.Model;

/// <summary>
/// A numbered piece of a charter: what rulings cite. Several clauses of one article are several provisions
/// with one citation.
/// </summary>
/// <param name="Number">Its place in the federation's list of provisions; unique over all editions.</param>
/// <param name="Article">The label by which people cite it ("6", "16(4)"), or "" for what no article states.</param>
/// <param name="Citation">As printed: "art 6", "unsaid", "time", or "manual art 2" where it comes from an adopted manual.</param>
/// <param name="Address">The citation and the fewest words that tell this clause from its neighbours: "art 6 method".</param>
/// <param name="Clause">Where it stands in the source.</param>
/// <param name="Hand">Whose words they are.</param>
public sealed record Provision(int Number, string Article, string Citation, string Address, ClauseSyntax Clause, Hand Hand)
{
    /// <summary>The citation and the fewest words that tell this clause from its neighbours: "art 6 method".</summary>
    public string Address { get; internal set; } = Address;

    public override string ToString() => Citation;

    public bool Equals(Provision? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Number;
}

/// <summary>Whose hand wrote a provision: the charter's own, or that of a manual that the charter adopts.</summary>
public enum Hand
{
    Charter,
    Adopted,
}
