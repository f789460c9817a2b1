using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>A clause as the frame sees it: some words, what stands under them, and the quotations beside them.</summary>
public sealed class FrameClause
{
    private static readonly List<FrameClause> NoClauses = [];
    private static readonly List<Quotation> NoQuotations = [];
    private List<FrameClause> children = NoClauses;
    private List<Quotation> quotations = NoQuotations;

    internal FrameClause(FrameLine line, int first, int count, bool inline)
    {
        Line = line;
        First = first;
        Count = count;
        IsInline = inline;
    }

    /// <summary>The line that it stands on.</summary>
    public FrameLine Line { get; }

    /// <summary>Index of its first word in <see cref="FrameTree.Words"/>.</summary>
    public int First { get; }

    /// <summary>How many words and marks it has; at least one.</summary>
    public int Count { get; }

    /// <summary>Whether it stands after the colon of its parent's line.</summary>
    public bool IsInline { get; }

    /// <summary>Whether a message of the frame says that its words cannot be read.</summary>
    public bool IsSpoilt { get; internal set; }

    /// <summary>The clauses under it, in the order of the file.</summary>
    public IReadOnlyList<FrameClause> Children => children;

    /// <summary>The quotations beside it.</summary>
    public IReadOnlyList<Quotation> Quotations => quotations;

    internal void Add(FrameClause child)
    {
        if (ReferenceEquals(children, NoClauses)) children = [];
        children.Add(child);
    }

    internal void Add(Quotation quotation)
    {
        if (ReferenceEquals(quotations, NoQuotations)) quotations = [];
        quotations.Add(quotation);
    }

    internal TextSpan SpanIn(FrameTree tree) => TextSpan.FromBounds(tree.Words[First].Start, tree.Words[First + Count - 1].End);
}
