using Foedus.Charter.Diagnostics;

namespace Foedus.Engine.Acts;

/// <summary>Messages about journals and cases: FD0500 to FD0599. An act that has one is still read, so that it can be ruled on.</summary>
public static class JournalDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownActor = new("FD0501", DiagnosticSeverity.Warning,
        "the charter knows nobody called `{0}`",
        "The charter declares no body or office of this name, the register has no such unit, and no rule names such a person. The act is read as one of somebody outside the charter, who has no powers under it. Correct the name, or declare the body.");

    public static readonly DiagnosticDescriptor UnknownUnit = new("FD0502", DiagnosticSeverity.Warning,
        "there is no unit `{0}`",
        "Neither the register nor the charter has a unit of this name. Correct the name, or add the unit to the table of units.");

    public static readonly DiagnosticDescriptor UnknownBody = new("FD0503", DiagnosticSeverity.Warning,
        "there is no body `{0}`",
        "No edition of the charter declares a body of this name. Correct the name, or declare the body.");

    public static readonly DiagnosticDescriptor BodyOfWhich = new("FD0504", DiagnosticSeverity.Warning,
        "every unit of a kind has a `{0}`; say of which unit",
        "The charter declares a body that each unit of a kind has. Name the unit: `Committee of Ukraine`.");

    public static readonly DiagnosticDescriptor UnknownMeasure = new("FD0505", DiagnosticSeverity.Warning,
        "no measure is called `{0}`",
        "Units return figures of measures that the charter declares with `measure`. Correct the word, or declare the measure.");

    public static readonly DiagnosticDescriptor UnknownSort = new("FD0506", DiagnosticSeverity.Warning,
        "the charter has no sort of act `{0}`",
        "Sorts of act are declared with `instrument`, or named by a procedure (`procedure Bill for law`, `end Law becomes law`).");

    public static readonly DiagnosticDescriptor UnknownFact = new("FD0507", DiagnosticSeverity.Warning,
        "no fact is called `{0}`",
        "What somebody states by name has to be declared: `fact Opinion by Commission, positive or negative`.");

    public static readonly DiagnosticDescriptor NotIntroduced = new("FD0508", DiagnosticSeverity.Warning,
        "nothing called `{0}` was introduced or issued before",
        "The act is about a matter or a legal act, and no earlier act introduced or issued it. It may be misspelt, or an act may be missing.");

    public static readonly DiagnosticDescriptor IntroducedLater = new("FD0509", DiagnosticSeverity.Warning,
        "`{0}` is used before it is introduced",
        "An act further down introduces or issues it. The order of the acts is the order in which they are ruled on.");

    public static readonly DiagnosticDescriptor UnknownProcedure = new("FD0510", DiagnosticSeverity.Warning,
        "there is no procedure `{0}`",
        "No edition of the charter declares a procedure of this name. Correct the name, or declare the procedure.");

    public static readonly DiagnosticDescriptor UnknownKind = new("FD0511", DiagnosticSeverity.Warning,
        "there is no kind of unit `{0}`",
        "Kinds of unit are declared with `kind`. Correct the word, or declare the kind.");

    public static readonly DiagnosticDescriptor UnknownMatter = new("FD0512", DiagnosticSeverity.Warning,
        "no article lists a matter `{0}`",
        "The matters of competence are listed under `competence`. One that no article lists belongs to whoever has the rest.");

    public static readonly DiagnosticDescriptor UnknownLanguage = new("FD0513", DiagnosticSeverity.Warning,
        "`{0}` is no language of the charter",
        "The languages are those of `languages` and of `published in`. Correct the word, or add the language to the charter.");

    public static readonly DiagnosticDescriptor UnknownDuty = new("FD0514", DiagnosticSeverity.Warning,
        "no duty is called `{0}`",
        "Duties are declared with `duty`, in an article or under a remedy. Correct the name, or declare the duty.");

    public static readonly DiagnosticDescriptor UnknownOffice = new("FD0515", DiagnosticSeverity.Warning,
        "there is no office `{0}`",
        "No edition of the charter declares an office of this name. Correct the name, or declare the office.");

    public static readonly DiagnosticDescriptor ManyOffices = new("FD0516", DiagnosticSeverity.Warning,
        "several bodies have an office `{0}`; `{1}` is taken",
        "More than one body has an office of this name, and the act does not say which is meant. Name the body: `Finance of Council`.");

    public static readonly DiagnosticDescriptor ManyChambers = new("FD0518", DiagnosticSeverity.Warning,
        "several bodies have a chamber `{0}`; that of `{1}` is taken",
        "Chambers of more than one body have this name, and the act does not say which is meant. Name the body: `Upper of Parliament`.");

    public static readonly DiagnosticDescriptor UnknownArticle = new("FD0517", DiagnosticSeverity.Warning,
        "there is no article {0}",
        "No edition of the charter has an article of this number, so whether it may be amended is not examined. Correct the number.");

    public static readonly DiagnosticDescriptor PartialDay = new("FD0520", DiagnosticSeverity.Note,
        "`{0}` is not a whole day; {1} is taken",
        "An act is done on a day. Where only the month or the year is known, its first day stands for it.");

    public static readonly DiagnosticDescriptor NotAscending = new("FD0521", DiagnosticSeverity.Warning,
        "act {0} follows act {1}",
        "Acts are numbered upwards in the order in which they were recorded, so that a number tells what was known before.");

    public static readonly DiagnosticDescriptor SameNumber = new("FD0522", DiagnosticSeverity.Error,
        "two acts have the number {0}",
        "A correction or a recognition refers to an act by its number, so each number may be used once. The second of them is left out.");

    public static readonly DiagnosticDescriptor OutOfOrder = new("FD0523", DiagnosticSeverity.Note,
        "this act is of {0} and stands after one of {1}",
        "An act may be recorded late: it is ruled on as of its own day, and with what was known when it was recorded. `entered` says when that was.");

    public static readonly DiagnosticDescriptor EnteredBefore = new("FD0524", DiagnosticSeverity.Warning,
        "this act was entered on {0}, before it was done",
        "An act cannot be recorded before it is done. Correct one of the two days.");

    public static readonly DiagnosticDescriptor BeforeCharter = new("FD0550", DiagnosticSeverity.Warning,
        "this act is of {0}, and the charter is in force from {1}",
        "Before the first edition is in force nobody has the powers of the charter: but for what founds the federation (ratifying, certifying and electing its first members, returning figures), an act of such a day is refused. Perhaps the year is mistyped.");

    public static readonly DiagnosticDescriptor FarAhead = new("FD0551", DiagnosticSeverity.Warning,
        "this act is of {0}, more than twenty years after {1}",
        "Nothing is recorded of the years between. Perhaps the year is mistyped; if it is not, nothing needs to be done.");

    public static readonly DiagnosticDescriptor UnknownDemand = new("FD0552", DiagnosticSeverity.Warning,
        "nothing of the charter is called `{0}`, and so nothing comes of demanding it",
        "What is demanded is a rule of decision, a procedure, a stage or an end, by its name in small letters, or a sort of act. Another word is kept, and the demand leads nowhere by it.");

    public static readonly DiagnosticDescriptor NumberTooLarge = new("FD0525", DiagnosticSeverity.Error,
        "{0} is too large a number here",
        "Numbers of acts, members and seconders go up to 2147483647. Figures that units return may be of any size. The line is left out.");

    public static readonly DiagnosticDescriptor NoSuchAct = new("FD0527", DiagnosticSeverity.Warning,
        "no earlier act has the number {0}",
        "Only an act that was recorded before can be corrected or recognised. Correct the number.");

    public static readonly DiagnosticDescriptor RuledOtherwise = new("FD0530", DiagnosticSeverity.Error,
        "act {0} was ruled {1}; it is ruled {2}",
        "The journal says how the act was ruled at the time. By the charter and the acts before it the ruling is now another: one of the two is mistaken, or the charter was changed.");

    public static readonly DiagnosticDescriptor OtherGrounds = new("FD0531", DiagnosticSeverity.Warning,
        "act {0} is ruled {1} as before, but {2}",
        "The verdict is the one in the journal; the reasons given there are not among those found now.");

    public static readonly DiagnosticDescriptor NotAsExpected = new("FD0540", DiagnosticSeverity.Error,
        "expected {0}; it came to {1}",
        "A case failed: what the charter gives is not what the case expects. The help lists the reasons that were found.");

    public static readonly DiagnosticDescriptor OtherReasons = new("FD0541", DiagnosticSeverity.Error,
        "it came to {0} as expected, but {1}",
        "The result is the expected one, and rests on other provisions, needs or assumptions than the case names.");

    public static readonly DiagnosticDescriptor UnknownAssumption = new("FD0542", DiagnosticSeverity.Error,
        "nobody has made an assumption `{0}`",
        "A case uses assumptions by the names that they have in files of assumptions. Correct the name, or add the assumption.");

    public static readonly DiagnosticDescriptor UnknownEdition = new("FD0543", DiagnosticSeverity.Error,
        "there is no edition {0}",
        "A case may be judged under any edition that a charter or an amending charter declares.");

    public static readonly DiagnosticDescriptor NoActToFollow = new("FD0544", DiagnosticSeverity.Error,
        "the journal has no act {0}",
        "`after act` goes on from the journal as it stood after one of its acts.");

    public static readonly DiagnosticDescriptor NothingGiven = new("FD0545", DiagnosticSeverity.Error,
        "no act is given before this line",
        "A verdict is expected of the last act that was given above it.");

    public static readonly DiagnosticDescriptor UnknownInExpectation = new("FD0546", DiagnosticSeverity.Error,
        "nothing is called `{0}`",
        "The line asks about something that neither the charter nor an act of the case names.");

    public static readonly DiagnosticDescriptor EmptyCase = new("FD0547", DiagnosticSeverity.Warning,
        "this case expects nothing",
        "A case without `expect` cannot fail, and shows nothing. Add what is expected.");

    public static readonly DiagnosticDescriptor CannotStart = new("FD0548", DiagnosticSeverity.Error,
        "the matter cannot stand there",
        "`start` takes a matter to stand at a stage already; no procedure of the edition has that stage or end.");
}
