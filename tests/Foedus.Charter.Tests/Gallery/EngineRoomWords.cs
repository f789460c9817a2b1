using System.Text.RegularExpressions;

namespace Foedus.Charter.Tests.Gallery;

/// <summary>Words of the inside of the program, which no user should have to know.</summary>
internal static partial class EngineRoomWords
{
    /// <summary>The first such word of a text; null if there is none.</summary>
    public static string? In(string text) => Words().Match(text) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(
        @"\b(kernels?|gates?|forks?|forked|diagrams?|oracles?|things?|fact versions?|timelines?|slots?|nodes?|tokens?|tokeni[sz]ed|parse[rds]?|parsing|parse trees?|syntax|ast|lexers?|"
        + @"binders?|binding error|captures?|captured|literals?|derivations?|prefix(es)?|index out|null|exceptions?|stack|recursi(on|ve)|string|integer|boolean|enum|method calls?|"
        + @"views?|snapshots?|coordinates?|predicates?|lattices?|worlds?|provenance|guards?|handlers?|callbacks?|hash(es)?|threads?|descriptors?|catalogues?|resx)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Words();
}
