using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Checks;

/// <summary>One thing that drafters overlook.</summary>
internal interface ICheck
{
    /// <summary>Looks for it in an edition.</summary>
    void Run(BoundEdition edition, DiagnosticBag problems);
}
