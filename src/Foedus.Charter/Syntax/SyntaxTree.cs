using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>
/// A file of the charter language, read: the frame, which holds every character, and the clauses as the table of forms sees them.
/// Charters, amending editions, assumptions, cases and journals are all read this way.
/// </summary>
public sealed class SyntaxTree
{
    internal SyntaxTree(FrameTree frame, FormTable table)
    {
        Frame = frame;
        Table = table;
    }

    /// <summary>The file.</summary>
    public SourceText Source => Frame.Source;

    /// <summary>Lines and tokens.</summary>
    public FrameTree Frame { get; }

    /// <summary>The table that the file was read by.</summary>
    public FormTable Table { get; }

    /// <summary>The clauses at the top of the file.</summary>
    public IReadOnlyList<ClauseSyntax> Clauses { get; internal set; } = [];

    /// <summary>What is wrong with the file so far, sorted.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; internal set; } = [];

    /// <summary>Whether a message is an error.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Reads a file. Never fails: what cannot be read is in <see cref="Diagnostics"/> and costs only its own line.</summary>
    /// <param name="source">The file.</param>
    /// <param name="table">The table to read it by; the shipped one if null.</param>
    public static SyntaxTree Parse(SourceText source, FormTable? table = null) => ClauseParser.Parse(source, table ?? FormTable.Default, FormTable.File);

    /// <summary>Reads a text whose clauses stand under a form and not at the top of a file: an example, a pasted clause, a reading.</summary>
    public static SyntaxTree ParseUnder(SourceText source, string parentId, FormTable? table = null) => ClauseParser.Parse(source, table ?? FormTable.Default, parentId);

    /// <summary>All clauses of the file, parents first.</summary>
    public IEnumerable<ClauseSyntax> Descendants() => Clauses.SelectMany(c => c.SelfAndDescendants());

    /// <summary>The top clauses of a form.</summary>
    public IEnumerable<ClauseSyntax> ClausesOf(string formId) => Clauses.Where(c => c.Is(formId));
}
