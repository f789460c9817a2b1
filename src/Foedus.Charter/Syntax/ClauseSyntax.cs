using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>A clause: its form, what its words hold, and the clauses under it.</summary>
public sealed class ClauseSyntax
{
    private static readonly List<ClauseSyntax> None = [];
    private List<ClauseSyntax> children = None;

    internal ClauseSyntax(SyntaxTree tree, FrameClause frame, Form? form, ClauseSyntax? parent, int firstWord)
    {
        Tree = tree;
        Frame = frame;
        Form = form;
        Parent = parent;
        FirstWord = firstWord;
    }

    /// <summary>The tree that it belongs to.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The clause of the frame that it was read from; clauses carried on one line share it.</summary>
    public FrameClause Frame { get; }

    /// <summary>The form; null if the keyword is not known here. For a misspelt keyword, the form that was most likely meant.</summary>
    public Form? Form { get; }

    /// <summary>What its phrase holds; null if the words could not be read, are a silence, or the form takes none.</summary>
    public Match? Match { get; internal set; }

    /// <summary>The silence in place of the phrase; null if there is none.</summary>
    public SilenceSyntax? Silence { get; internal set; }

    /// <summary>The clause above; null at the top of the file.</summary>
    public ClauseSyntax? Parent { get; }

    /// <summary>The clauses under it: one carried on its line first, then those of the file in order.</summary>
    public IReadOnlyList<ClauseSyntax> Children => children;

    /// <summary>The clause that its line carries inside it, as `body` in `art 3 body Congress`; null if there is none.</summary>
    public ClauseSyntax? Carried { get; private set; }

    /// <summary>Whether it is carried on the line of its parent.</summary>
    public bool IsCarried => Parent is not null && ReferenceEquals(Parent.Carried, this);

    /// <summary>Whether it stands on the line of its parent, carried or after the colon.</summary>
    public bool Inline => IsCarried || Frame.IsInline;

    /// <summary>The quotations beside it; for clauses carried on one line they are those of the outermost.</summary>
    public IReadOnlyList<Quotation> Quotations => IsCarried ? [] : Frame.Quotations;

    /// <summary>Whether its words could not be read.</summary>
    public bool IsBad { get; internal set; }

    /// <summary>Its keyword and phrase, without a clause that it carries and without its children.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>Its keyword.</summary>
    public TextSpan KeywordSpan { get; internal set; }

    /// <summary>What follows its keyword; empty if nothing does.</summary>
    public TextSpan PhraseSpan { get; internal set; }

    /// <summary>Where it stands.</summary>
    public SourceLocation Location => new(Tree.Source, Span);

    /// <summary>Its keyword and phrase as written.</summary>
    public string Text => Tree.Source.Slice(Span);

    /// <summary>Its keyword as written.</summary>
    public string Keyword => Tree.Source.Slice(KeywordSpan);

    /// <summary>Index of its first word in <see cref="FrameTree.Words"/>.</summary>
    public int FirstWord { get; }

    /// <summary>How many words it has, without a clause that it carries.</summary>
    public int WordCount { get; internal set; }

    /// <summary>Whether the clause is of a form.</summary>
    public bool Is(string formId) => Form is not null && string.Equals(Form.Id, formId, StringComparison.Ordinal);

    /// <summary>The children of a form.</summary>
    public IEnumerable<ClauseSyntax> ChildrenOf(string formId) => children.Where(c => c.Is(formId));

    /// <summary>The first child of a form; null if there is none.</summary>
    public ClauseSyntax? Child(string formId)
    {
        foreach (var child in children)
            if (child.Is(formId))
                return child;
        return null;
    }

    /// <summary>The clause and all under it, parents first.</summary>
    public IEnumerable<ClauseSyntax> SelfAndDescendants()
    {
        var open = new Stack<ClauseSyntax>();
        open.Push(this);
        while (open.TryPop(out var clause))
        {
            yield return clause;
            for (var i = clause.children.Count - 1; i >= 0; i--) open.Push(clause.children[i]);
        }
    }

    /// <summary>The clauses above, nearest first.</summary>
    public IEnumerable<ClauseSyntax> Ancestors()
    {
        for (var above = Parent; above is not null; above = above.Parent) yield return above;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal void Add(ClauseSyntax child, bool carried)
    {
        if (ReferenceEquals(children, None)) children = [];
        children.Add(child);
        if (carried) Carried = child;
    }
}
