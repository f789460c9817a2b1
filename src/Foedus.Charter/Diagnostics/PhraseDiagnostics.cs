namespace Foedus.Charter.Diagnostics;

/// <summary>Messages about the words after a keyword: FD0200 to FD0299.</summary>
public static class PhraseDiagnostics
{
    public static readonly DiagnosticDescriptor NotUnderstood = new("FD0201", DiagnosticSeverity.Error,
        "`{0}` does not go on with {1}",
        "The words up to here fit a phrase of this clause; the marked ones do not. The label says what may stand here.");

    public static readonly DiagnosticDescriptor Unfinished = new("FD0202", DiagnosticSeverity.Error,
        "`{0}` is not finished",
        "The clause ends before it says what it must say. The label names what may follow.");

    public static readonly DiagnosticDescriptor NothingFollows = new("FD0203", DiagnosticSeverity.Error,
        "nothing follows `{0}`",
        "The keyword stands alone; what belongs to it is said in clauses under it.");

    public static readonly DiagnosticDescriptor TooComplex = new("FD0204", DiagnosticSeverity.Error,
        "`{0}` is too long or too deeply nested to be read",
        "The phrase is beyond what a person could follow. Say it in several clauses.");

    public static readonly DiagnosticDescriptor BadReading = new("FD0205", DiagnosticSeverity.Error,
        "this reading of `{0}` does not go on with {1}",
        "Each reading in `unspecified (reading | reading)` must itself be something that the clause could say.");

    public static readonly DiagnosticDescriptor BadSilence = new("FD0206", DiagnosticSeverity.Error,
        "this is not how a place is left open",
        "Write `unspecified`, `unspecified (reading | reading)`, or `left to` and who decides it, with `, within \"...\"` if there are bounds.");

    public static readonly DiagnosticDescriptor MajorityOfWhat = new("FD0214", DiagnosticSeverity.Error,
        "\"{0}\" has no base",
        "Lawyers use the word for different counts: of the votes cast, of the members present, of all members, of all seats. Each gives another result, so the base is always named.");
}
