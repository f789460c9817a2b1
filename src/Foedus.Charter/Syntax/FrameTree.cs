using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>
/// A file cut into lines and clauses, before anybody asks what the clauses mean.
/// <see cref="Tokens"/> covers every character of the file once and in order.
/// </summary>
public sealed class FrameTree
{
    private PhysicalText? physical;

    internal FrameTree(SourceText source, Token[] words, FrameLine[] lines, FrameClause[] clauses, ImmutableArray<int> homeless)
    {
        Source = source;
        WordArray = words;
        Lines = lines;
        Clauses = clauses;
        HomelessQuotations = homeless;
    }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>All tokens with trivia; put one after the other they are the file.</summary>
    public ImmutableArray<Token> Tokens => Cut.Tokens;

    /// <summary>The tokens that belong to clauses.</summary>
    public ReadOnlySpan<Token> Words => WordArray;

    /// <summary>The lines that hold clauses, in order.</summary>
    public IReadOnlyList<FrameLine> Lines { get; }

    /// <summary>The clauses at the top of the file.</summary>
    public IReadOnlyList<FrameClause> Clauses { get; }

    /// <summary>Whether the file was read as it stands; false for what is no text and beyond a limit of <see cref="FrameLimits"/>.</summary>
    public bool IsWhole { get; internal init; } = true;

    /// <summary>Physical lines of quotations that stand under no clause.</summary>
    internal ImmutableArray<int> HomelessQuotations { get; }

    internal Token[] WordArray { get; }

    internal ImmutableArray<PhysicalLine> Physical => Cut.Lines;

    // Few who read a file ask for its spaces and comments. They are cut again for those who do, which always gives the same.
    private PhysicalText Cut => physical ?? Interlocked.CompareExchange(ref physical, new FrameParser(new DiagnosticBag()).Physical(Source), null) ?? physical;

    /// <summary>Cuts a file. Never fails; what is wrong goes into <paramref name="problems"/>.</summary>
    public static FrameTree Parse(SourceText source, DiagnosticBag problems) => new FrameParser(problems).Parse(source);
}
