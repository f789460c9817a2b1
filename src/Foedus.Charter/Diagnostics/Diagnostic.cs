using System.Collections.Immutable;
using Foedus.Charter.Text;

namespace Foedus.Charter.Diagnostics;

/// <summary>One message about one place: what is wrong, where, what else has to do with it, and text that may be pasted.</summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, ImmutableArray<string> Arguments, DiagnosticSpan Primary, ImmutableArray<DiagnosticSpan> Secondary, ImmutableArray<string> Help)
{
    /// <summary>The severity of its kind.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>Where it points first.</summary>
    public SourceLocation Location => Primary.Location;

    /// <summary>The message in English.</summary>
    public string Message => MessageTexts.English.Message(this);

    /// <summary>A message about a place.</summary>
    public static Diagnostic At(SourceLocation location, DiagnosticDescriptor descriptor, params ReadOnlySpan<string> arguments) =>
        new(descriptor, [.. arguments], new DiagnosticSpan(location, null), [], []);

    /// <summary>With words under the underline.</summary>
    public Diagnostic Labelled(string label) => this with { Primary = Primary with { Label = label } };

    /// <summary>With another place that has to do with it.</summary>
    public Diagnostic Also(SourceLocation location, string label) => this with { Secondary = Secondary.Add(new DiagnosticSpan(location, label)) };

    /// <summary>With other places that have to do with it.</summary>
    public Diagnostic Also(IEnumerable<SourceLocation> locations, string label) =>
        this with { Secondary = Secondary.AddRange(locations.Select(at => new DiagnosticSpan(at, label))) };

    /// <summary>With a line of help; the first is introduced by <c>help:</c>.</summary>
    public Diagnostic Helped(string help) => this with { Help = Help.Add(help) };

    /// <inheritdoc/>
    public bool Equals(Diagnostic? other) =>
        other is not null && ReferenceEquals(Descriptor, other.Descriptor) && Primary == other.Primary
        && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan())
        && Secondary.AsSpan().SequenceEqual(other.Secondary.AsSpan())
        && Help.AsSpan().SequenceEqual(other.Help.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Descriptor.Number, Primary.Location.Span);

    /// <inheritdoc/>
    public override string ToString() => $"{Descriptor.Number} {Location}: {Message}";
}
