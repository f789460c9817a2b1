using System.Collections.Immutable;

namespace Foedus.Charter.Diagnostics;

/// <summary>Collects messages; gives them sorted by file and place, each once. After <see cref="Limit"/> it counts and keeps no more.</summary>
public sealed class DiagnosticBag
{
    /// <summary>How many messages one bag keeps.</summary>
    public const int Limit = 1000;

    // Most bags stay empty.
    private List<Diagnostic>? items;
    private HashSet<Diagnostic>? seen;

    /// <summary>How many messages were given after the bag was full.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether no message was added.</summary>
    public bool IsEmpty => items is not { Count: > 0 };

    /// <summary>Whether the bag holds an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a message.</summary>
    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        items ??= [];
        seen ??= [];
        if (items.Count >= Limit)
            Dropped++;
        else if (seen.Add(diagnostic))
            items.Add(diagnostic);
    }

    /// <summary>Adds messages.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>Forgets all messages.</summary>
    public void Clear()
    {
        (items, seen) = (null, null);
        Dropped = 0;
        HasErrors = false;
    }

    /// <summary>All messages, sorted by file, place and number. If some were dropped, a last one says how many.</summary>
    public ImmutableArray<Diagnostic> ToSorted()
    {
        if (items is not { Count: > 0 }) return [];
        var sorted = items
            .OrderBy(d => d.Location)
            .ThenBy(d => d.Descriptor.Number, StringComparer.Ordinal)
            .ToImmutableArray();
        return Dropped == 0
            ? sorted
            : sorted.Add(Diagnostic.At(sorted[^1].Location, FrameDiagnostics.TooManyProblems, Text(Limit), Text(Dropped)));

        static string Text(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
