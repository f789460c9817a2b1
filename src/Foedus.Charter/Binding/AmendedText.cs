using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>The top clauses of a charter while amendments are worked into it.</summary>
internal sealed class AmendedText
{
    private readonly LinkedList<ClauseSyntax> clauses = [];
    private readonly Dictionary<string, LinkedListNode<ClauseSyntax>> articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedListNode<ClauseSyntax>> renewable = new(StringComparer.Ordinal);
    private readonly Func<ClauseSyntax, string?> key;

    /// <summary>The text before; <paramref name="key"/> says what a clause without a number says, for a later one to say anew.</summary>
    public AmendedText(IReadOnlyList<ClauseSyntax> before, Func<ClauseSyntax, string?> key)
    {
        this.key = key;
        foreach (var clause in before)
        {
            var node = clauses.AddLast(clause);
            if (ProvisionBook.Label(clause) is { } label) articles.TryAdd(label, node);
            else if (key(clause) is { } said) renewable.TryAdd(said, node);
        }
    }

    /// <summary>The numbers of the articles, in the order of the text.</summary>
    public IEnumerable<string> Labels => clauses.Select(ProvisionBook.Label).OfType<string>();

    /// <summary>The article of a number; null if there is none.</summary>
    public ClauseSyntax? Article(string label) => articles.GetValueOrDefault(label)?.Value;

    public void Remove(string label)
    {
        if (articles.Remove(label, out var node)) clauses.Remove(node);
    }

    public void Replace(string label, ClauseSyntax clause)
    {
        if (articles.TryGetValue(label, out var node)) node.Value = clause;
    }

    /// <summary>Puts an article after another; at the end if that one is not there.</summary>
    public void Insert(ClauseSyntax clause, string label, string after) =>
        articles[label] = articles.TryGetValue(after, out var node) ? clauses.AddAfter(node, clause) : clauses.AddLast(clause);

    /// <summary>Puts a clause in the place of one that says the same; at the end if none does.</summary>
    public void AddOrRenew(ClauseSyntax clause)
    {
        if (key(clause) is { } said && renewable.TryGetValue(said, out var node))
        {
            node.Value = clause;
            return;
        }
        var added = clauses.AddLast(clause);
        if (ProvisionBook.Label(clause) is { } label) articles.TryAdd(label, added);
        else if (key(clause) is { } anew) renewable.TryAdd(anew, added);
    }

    public List<ClauseSyntax> ToList() => [.. clauses];
}
