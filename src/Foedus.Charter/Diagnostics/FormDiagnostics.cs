namespace Foedus.Charter.Diagnostics;

/// <summary>Messages about which clause may stand where: FD0100 to FD0199.</summary>
public static class FormDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKeyword = new("FD0101", DiagnosticSeverity.Error,
        "no clause starts with `{0}`",
        "Every clause starts with a keyword of the language. The help lists what may stand here.");

    public static readonly DiagnosticDescriptor KeywordElsewhere = new("FD0102", DiagnosticSeverity.Error,
        "`{0}` does not stand {1}",
        "The keyword exists, and belongs under another clause. Check the indentation: a line belongs to the nearest line above it that is indented less.");

    public static readonly DiagnosticDescriptor NoKeyword = new("FD0103", DiagnosticSeverity.Error,
        "a clause starts with a keyword, not with {0}",
        "The first word of a clause says what it is about. Did the line above mean to go on? It must end in a comma or `|`, and this line must be indented deeper than it.");

    public static readonly DiagnosticDescriptor SaidTwice = new("FD0104", DiagnosticSeverity.Error,
        "`{0}` is said twice",
        "This clause may be said once under its parent. Keep one of the two.");

    public static readonly DiagnosticDescriptor NoSilenceHere = new("FD0105", DiagnosticSeverity.Error,
        "`{0}` cannot be left open",
        "`unspecified` and `left to` stand only where something has to be determined or may be. Leave the clause out instead.");

    public static readonly DiagnosticDescriptor TwoParents = new("FD0106", DiagnosticSeverity.Warning,
        "`{0}` may belong to `{1}` or to `{2}`; it is read under `{1}`",
        "The line above holds several clauses one inside the other, and more than one of them may take this clause. Put the outer clause on a line of its own to make it plain.");

    public static readonly DiagnosticDescriptor NoChildren = new("FD0107", DiagnosticSeverity.Error,
        "nothing may stand under `{0}`",
        "The clause takes no further clauses. Check the indentation.");

    public static readonly DiagnosticDescriptor TooManyCarried = new("FD0108", DiagnosticSeverity.Error,
        "too many clauses one inside the other on one line",
        "A line may open a clause inside a clause, as in `art 3 body Congress`, but not without end.");

    public static readonly DiagnosticDescriptor UnknownVersion = new("FD0109", DiagnosticSeverity.Error,
        "this program does not know version {0} of the language",
        "The first line of a file names the version of the language in which it is written. The file is read as version 1, and may mean something else in its own. Correct the number, or read the file with a program that knows its version.");
}
