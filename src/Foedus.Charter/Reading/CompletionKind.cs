namespace Foedus.Charter.Reading;

/// <summary>What a completion is.</summary>
public enum CompletionKind
{
    /// <summary>The keyword of a clause.</summary>
    Keyword,

    /// <summary>A word or mark of a phrase.</summary>
    Word,

    /// <summary>A name that the file declares.</summary>
    Name,

    /// <summary>A kind of word that the author has to choose; its text says which, and is not to be typed.</summary>
    Placeholder,
}
