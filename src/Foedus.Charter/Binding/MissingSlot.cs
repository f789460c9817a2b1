using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Something that ought to be said about a construct and is not.</summary>
/// <param name="Construct">The clause of the construct.</param>
/// <param name="Form">What is missing.</param>
/// <param name="About">The construct as people call it: "body Committee".</param>
/// <param name="By">Its provision.</param>
internal sealed record MissingSlot(ClauseSyntax Construct, Foedus.Charter.Forms.Form Form, string About, Provision By)
{
    /// <summary>The bodies that it concerns, where the construct does not name them.</summary>
    public IReadOnlyList<Body> Bodies { get; init; } = [];
}
