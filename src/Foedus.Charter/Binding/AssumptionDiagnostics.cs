using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Binding;

/// <summary>Messages about assumptions and decisions that fill what a charter leaves open: FD0350 to FD0369.</summary>
public static class AssumptionDiagnostics
{
    public static readonly DiagnosticDescriptor ScopeUnnamed = new("FD0359", DiagnosticSeverity.Error,
        "`{0}` does not name one body, office or unit",
        "An assumption holds for all acts, or for those of one body, office or unit that its line `scope` names. Write an assumption for each of several.");

    public static readonly DiagnosticDescriptor NothingOpen = new("FD0350", DiagnosticSeverity.Error,
        "nothing in {0} is open under the words `{1}`",
        "An open place is named by its article, enough words of the clauses above it, and its keyword: `art 6 method`. The help lists what is open there; `foedus silences` lists all.");

    public static readonly DiagnosticDescriptor SeveralOpen = new("FD0351", DiagnosticSeverity.Error,
        "`{0}` may be any of {1} open places",
        "The words fit more than one open place. Add a word of the clause that you mean; the help lists the places as they may be named.");

    public static readonly DiagnosticDescriptor NotLawfulThere = new("FD0352", DiagnosticSeverity.Error,
        "`{1}` cannot say `{0}`",
        "An open place is filled with words that the clause itself could have. Write them as they would stand after the keyword.");

    public static readonly DiagnosticDescriptor NotListed = new("FD0353", DiagnosticSeverity.Error,
        "`{0}` is not one of the readings of {1}",
        "The charter lists two or more readings of this place, and so says that one of them holds. Choose one of these, or amend the charter.");

    public static readonly DiagnosticDescriptor BadFigure = new("FD0354", DiagnosticSeverity.Error,
        "`{0}` is not a figure that can be assumed",
        "A figure is a number that is not below nought, bounds (`between 100 and 200`, `about 178_000`, `not less than 5`), and not `no data`: that a figure is missing need not be assumed.");

    public static readonly DiagnosticDescriptor NameTwice = new("FD0355", DiagnosticSeverity.Error,
        "there are two assumptions called {0}",
        "Rulings name the assumptions on which they rest, so each has a name of its own. Give one of them another.");

    public static readonly DiagnosticDescriptor NoEqualsSign = new("FD0356", DiagnosticSeverity.Error,
        "the assumption {0} does not say what is assumed",
        "Write `assume NAME place = reading`, for instance `assume A1 art 6 method = Webster`.");

    public static readonly DiagnosticDescriptor AlreadySaid = new("FD0357", DiagnosticSeverity.Error,
        "{0} is not open: the charter says `{1}`",
        "An assumption fills what the charter leaves open and cannot change what it says. Remove the assumption, or amend the charter.");

    public static readonly DiagnosticDescriptor UntilBeforeSince = new("FD0358", DiagnosticSeverity.Error,
        "the assumption {0} ends before it begins",
        "The day after `until` is the first on which the assumption no longer holds; it comes after the day after `since`.");
}
