using System.Collections.Immutable;
using System.Reflection;

namespace Foedus.Charter.Diagnostics;

/// <summary>All kinds of message, found as static fields of the catalogue classes.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>The kinds declared in an assembly (static classes whose name ends in <c>Diagnostics</c>), by number.</summary>
    public static ImmutableArray<DiagnosticDescriptor> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true } && t.Name.EndsWith("Diagnostics", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!)
            .OrderBy(d => d.Number, StringComparer.Ordinal),
    ];

    /// <summary>The kinds of the charter language.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Language { get; } = In(typeof(DiagnosticCatalogue).Assembly);
}
