namespace Foedus.Charter.Diagnostics;

/// <summary>Messages about lines, characters and words: FD0001 to FD0099.</summary>
public static class FrameDiagnostics
{
    public static readonly DiagnosticDescriptor NotUtf8 = new("FD0001", DiagnosticSeverity.Error,
        "the file is not stored as UTF-8; bytes that cannot be read: {0}",
        "Charters are stored as UTF-8. Save the file again with that encoding. The lines that hold the bytes have no meaning until then; all others are read.");

    public static readonly DiagnosticDescriptor Binary = new("FD0002", DiagnosticSeverity.Error,
        "this does not look like a text file",
        "The file holds zero bytes, which no text has. It may be a spreadsheet, an image, or a text in UTF-16: save it as UTF-8.");

    public static readonly DiagnosticDescriptor Tab = new("FD0003", DiagnosticSeverity.Error,
        "a tab stands here; use spaces",
        "Indentation says which clause belongs to which, and a tab has no fixed width. `foedus fmt` replaces tabs; in indentation each is read as going to the next column that is a multiple of 4.");

    public static readonly DiagnosticDescriptor ByteOrderMark = new("FD0004", DiagnosticSeverity.Note,
        "the file starts with a byte order mark",
        "Some editors put an invisible mark before the text. It does no harm and `foedus fmt` removes it.");

    public static readonly DiagnosticDescriptor LineEnds = new("FD0005", DiagnosticSeverity.Note,
        "the lines end in {0}",
        "Lines that end in CR LF (Windows) or CR (old Macintosh) are read like others. `foedus fmt` writes LF.");

    public static readonly DiagnosticDescriptor UnclosedString = new("FD0006", DiagnosticSeverity.Error,
        "the quoted text is not closed",
        "Quoted text starts and ends with a straight double quote on the same line. A double quote inside it is written twice.");

    public static readonly DiagnosticDescriptor Invisible = new("FD0007", DiagnosticSeverity.Error,
        "an invisible character (U+{0}) stands here",
        "Characters that cannot be seen, or that turn the direction of the text, can make a line read as something that it does not say. They are allowed only inside quoted text and quotations.");

    public static readonly DiagnosticDescriptor UnevenIndentation = new("FD0008", DiagnosticSeverity.Warning,
        "this line is indented like none of the lines above it",
        "A line belongs to the nearest line above it that is indented less. This one stands between two depths, so a reader may take it for the child of another line.");

    public static readonly DiagnosticDescriptor OddCharacter = new("FD0009", DiagnosticSeverity.Error,
        "`{0}` is not used in charters",
        "Word processors replace quotes, dashes and digits by look-alikes. The help names the character to type instead.");

    public static readonly DiagnosticDescriptor ControlCharacter = new("FD0010", DiagnosticSeverity.Error,
        "a control character (U+{0}) stands here",
        "Control characters have no place in a text. Delete it.");

    public static readonly DiagnosticDescriptor SecondColon = new("FD0011", DiagnosticSeverity.Error,
        "a second colon on one line",
        "A line is `clause; clause` or `head: child; child`. The colon stands after the first clause, and there is one. Write the children of the second clause on lines of their own, indented.");

    public static readonly DiagnosticDescriptor EmptyClause = new("FD0012", DiagnosticSeverity.Error,
        "nothing stands before this `{0}`",
        "Clauses on one line are separated by one semicolon, and a colon follows the clause that it belongs to.");

    public static readonly DiagnosticDescriptor MixedWord = new("FD0013", DiagnosticSeverity.Error,
        "`{0}` is neither a word nor a name",
        "A word of the language or a term is lower-case ASCII letters, digits and hyphens. A name starts with a capital or with a letter beyond ASCII.");

    public static readonly DiagnosticDescriptor TooMuch = new("FD0014", DiagnosticSeverity.Error,
        "{0}; the limit is {1}",
        "Files have generous limits, so that a damaged one is reported and does not exhaust the machine. Split the file.");

    public static readonly DiagnosticDescriptor BadNumber = new("FD0015", DiagnosticSeverity.Error,
        "`{0}` is not a number that can be read",
        "Numbers are digits, with `_` between groups and `.` before decimals: 25_000, 1.20, 2/3, 55%.");

    public static readonly DiagnosticDescriptor BadDate = new("FD0016", DiagnosticSeverity.Error,
        "there is no day `{0}`",
        "Dates are written year-month-day, 1922-12-30, or year-month, 1922-12, in the Gregorian calendar.");

    public static readonly DiagnosticDescriptor UnclosedParenthesis = new("FD0017", DiagnosticSeverity.Error,
        "this `(` is not closed",
        "Every `(` needs a `)`, on the same line or on deeper indented lines that continue it.");

    public static readonly DiagnosticDescriptor UnopenedParenthesis = new("FD0018", DiagnosticSeverity.Error,
        "this `)` closes nothing",
        "There is no open `(` before it in this clause.");

    public static readonly DiagnosticDescriptor TooManyProblems = new("FD0019", DiagnosticSeverity.Error,
        "there are more than {0} problems; not listed: {1}",
        "The first ones are listed. Correct them and check again.");

    public static readonly DiagnosticDescriptor HomelessQuotation = new("FD0020", DiagnosticSeverity.Error,
        "this quotation stands under no clause",
        "A line that starts with `>` gives the words of the clause above it. Nothing stands above this one.");
}
