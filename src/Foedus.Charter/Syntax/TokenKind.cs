namespace Foedus.Charter.Syntax;

/// <summary>What a token is. Kinds from <see cref="Whitespace"/> on are trivia and belong to no clause.</summary>
public enum TokenKind : byte
{
    /// <summary>A lower-case word: a keyword, a small word or a term.</summary>
    Word,

    /// <summary>A name: starts with a capital or a letter beyond ASCII.</summary>
    Name,

    /// <summary>A whole or decimal number, <c>25_000</c>, <c>1.20</c>.</summary>
    Number,

    /// <summary><c>2/3</c>.</summary>
    Fraction,

    /// <summary><c>55%</c>.</summary>
    Percent,

    /// <summary><c>1922-12-30</c> or <c>1923-06</c>.</summary>
    Date,

    /// <summary><c>16(4)</c>, <c>TEU.16(4)</c>, <c>1h</c>.</summary>
    Label,

    /// <summary>Text in straight double quotes.</summary>
    String,

    Colon,
    Semicolon,
    Comma,
    Bar,
    Open,
    Close,
    Arrow,
    Equals,
    Plus,

    /// <summary>Characters that make no token; already reported.</summary>
    Bad,

    /// <summary>Spaces and tabs.</summary>
    Whitespace,

    /// <summary>From <c>#</c> to the end of the line.</summary>
    Comment,

    /// <summary>A whole line from <c>&gt;</c> on.</summary>
    Quotation,

    /// <summary>LF, CR LF or CR.</summary>
    NewLine,

    /// <summary>A byte order mark at the start of the file.</summary>
    ByteOrderMark,

    /// <summary>Text beyond a limit of the frame, kept and not read.</summary>
    Unread,
}
