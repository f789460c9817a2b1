using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>A row of the table: a kind of clause, where it may stand, what follows its keyword, and how it reads.</summary>
public sealed class Form
{
    internal Form(string id, ImmutableArray<string> keyword)
    {
        Id = id;
        KeywordWords = keyword;
        Keyword = string.Join(' ', keyword);
    }

    /// <summary>The name of the row, unique in the table.</summary>
    public string Id { get; }

    /// <summary>The words that a clause of the form starts with.</summary>
    public string Keyword { get; }

    /// <summary>The same, word by word.</summary>
    public ImmutableArray<string> KeywordWords { get; }

    /// <summary>Ids of the forms that it may stand under; <c>file</c> is the top, <c>any</c> is everywhere.</summary>
    public ImmutableArray<string> Under { get; internal set; } = [];

    /// <summary>Whether it has to be said.</summary>
    public FormNeed Need { get; internal set; }

    /// <summary>Whether it may be said more than once under one parent.</summary>
    public bool Many { get; internal set; }

    /// <summary>Whether it is a remark: it means the same wherever it stands, so nobody is warned that it may belong to two clauses.</summary>
    public bool Remark { get; internal set; }

    /// <summary>Whether it is words alone: kept, numbered and printed, and nothing is ruled by it.</summary>
    public bool IsWords { get; internal set; }

    /// <summary>Whether the rest of its line may be a clause under it.</summary>
    public bool Carries { get; internal set; }

    /// <summary>What it says, in a sentence, for completion and the manual.</summary>
    public string About { get; internal set; } = "";

    /// <summary>How clauses under it call it, as in "the {name}"; null for the name alone.</summary>
    public ReadingTemplate? Title { get; internal set; }

    /// <summary>What it determines, as part of a sentence, for where it is left open: "how {owner} is chosen". Null if the table does not say.</summary>
    public ReadingTemplate? Silent { get; internal set; }

    /// <summary>How it reads when it takes no phrase.</summary>
    public ReadingTemplate? Reads { get; internal set; }

    /// <summary>What may follow the keyword, tried in order; none if the keyword stands alone.</summary>
    public ImmutableArray<PhraseCase> Cases { get; internal set; } = [];

    /// <summary>Clauses that are right.</summary>
    public ImmutableArray<string> Good { get; internal set; } = [];

    /// <summary>Acts that the clause bears on, as a journal would have them without number and day.</summary>
    public ImmutableArray<string> Acts { get; internal set; } = [];

    /// <summary>Clauses that are wrong.</summary>
    public ImmutableArray<string> Bad { get; internal set; } = [];

    /// <summary>Whether the clause may be left open (<c>unspecified</c>, <c>left to</c>).</summary>
    public bool MayBeSilent => Need != FormNeed.Part;

    /// <summary>Where the row stands in the table: <c>file:line</c>.</summary>
    public string Origin { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Id;
}
