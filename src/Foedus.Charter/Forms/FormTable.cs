using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Forms;

/// <summary>
/// The table of forms: which keyword may stand under which, with what phrase, and how it reads.
/// Parser, formatter, sentence printer, completion and manual all ask this one table.
/// </summary>
public sealed class FormTable
{
    /// <summary>The id of the top of a file.</summary>
    public const string File = "file";

    /// <summary>The id that stands for every place.</summary>
    public const string Anywhere = "any";

    private static readonly Lazy<FormTable> BuiltIn = new(ReadEmbedded);
    private readonly FrozenDictionary<string, Form> byId;
    private readonly FrozenDictionary<string, Phrase> phraseByName;
    private readonly FrozenDictionary<string, ImmutableArray<Form>> byParent;
    private readonly FrozenDictionary<string, FrozenDictionary<string, ImmutableArray<Form>>> byFirstWord;
    private readonly FrozenDictionary<string, ImmutableArray<Form>> byKeywordStart;

    internal FormTable(ImmutableArray<Form> forms, ImmutableArray<Phrase> phrases)
    {
        Forms = forms;
        Phrases = phrases;
        byId = forms.ToFrozenDictionary(f => f.Id, StringComparer.Ordinal);
        phraseByName = phrases.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
        byParent = forms.Select(f => f.Id).Append(File)
            .ToFrozenDictionary(id => id, id => forms.Where(f => f.Under.Contains(id) || f.Under.Contains(Anywhere)).ToImmutableArray(), StringComparer.Ordinal);
        byFirstWord = byParent.ToFrozenDictionary(p => p.Key, p => ByFirstWord(p.Value), StringComparer.Ordinal);
        byKeywordStart = ByFirstWord(forms);
        Literals = new LiteralIndex(forms, phrases);
    }

    /// <summary>The table that the language ships with.</summary>
    /// <exception cref="FormTableException">The shipped table is wrong, which no release is.</exception>
    public static FormTable Default => BuiltIn.Value;

    /// <summary>All forms, in the order of the table.</summary>
    public ImmutableArray<Form> Forms { get; }

    /// <summary>All phrases, in the order of the table.</summary>
    public ImmutableArray<Phrase> Phrases { get; }

    internal LiteralIndex Literals { get; }

    /// <summary>Reads a table from its texts, in the order given.</summary>
    /// <exception cref="FormTableException">A row is wrong; the message lists every fault with its place.</exception>
    public static FormTable Parse(params IEnumerable<(string Name, string Text)> files) => FormTableReader.Read(files);

    /// <summary>A form by its id; null if there is none.</summary>
    public Form? Form(string id) => byId.GetValueOrDefault(id);

    /// <summary>A phrase by its name; null if there is none.</summary>
    public Phrase? Phrase(string name) => phraseByName.GetValueOrDefault(name);

    /// <summary>The forms that may stand under one (or <see cref="File"/>), in the order of the table.</summary>
    public ImmutableArray<Form> Under(string parentId) => byParent.GetValueOrDefault(parentId, []);

    /// <summary>The form with the longest keyword that starts a clause under a parent; null if none does.</summary>
    internal Form? Find(string parentId, SourceText source, ReadOnlySpan<Token> words)
    {
        if (words.IsEmpty || words[0].Kind != TokenKind.Word || !byFirstWord.TryGetValue(parentId, out var byWord)) return null;
        return byWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(source.Span(words[0].Span), out var candidates) ? Longest(candidates, source, words) : null;
    }

    /// <summary>The forms anywhere in the table with the longest keyword that starts a clause.</summary>
    internal ImmutableArray<Form> FindAnywhere(SourceText source, ReadOnlySpan<Token> words)
    {
        if (words.IsEmpty || words[0].Kind != TokenKind.Word) return [];
        if (!byKeywordStart.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(source.Span(words[0].Span), out var candidates)) return [];
        var longest = Longest(candidates, source, words);
        return longest is null ? [] : [.. candidates.Where(f => string.Equals(f.Keyword, longest.Keyword, StringComparison.Ordinal))];
    }

    private static Form? Longest(ImmutableArray<Form> candidates, SourceText source, ReadOnlySpan<Token> words)
    {
        foreach (var form in candidates)
        {
            if (form.KeywordWords.Length > words.Length) continue;
            var fits = true;
            for (var i = 1; i < form.KeywordWords.Length && fits; i++)
                fits = words[i].Kind == TokenKind.Word && source.Span(words[i].Span).SequenceEqual(form.KeywordWords[i]);
            if (fits) return form;
        }
        return null;
    }

    private static FrozenDictionary<string, ImmutableArray<Form>> ByFirstWord(ImmutableArray<Form> forms) =>
        forms.GroupBy(f => f.KeywordWords[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(f => f.KeywordWords.Length).ToImmutableArray(), StringComparer.Ordinal);

    private static FormTable ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".forms", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Parse(names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return (name[(name.IndexOf("Table.", StringComparison.Ordinal) + 6)..], reader.ReadToEnd());
        }));
    }
}
