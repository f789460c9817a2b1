using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Binding;

/// <summary>Messages about what the clauses of a charter name and how they fit together: FD0300 to FD0349.</summary>
public static class BindingDiagnostics
{
    public static readonly DiagnosticDescriptor SaidTwice = new("FD0301", DiagnosticSeverity.Error,
        "{0} is said by {1} and again by {2}",
        "Two provisions fill one place, and nothing says which of them holds. Keep one, or write `despite art ...` in the article that is to prevail.");

    public static readonly DiagnosticDescriptor UnknownName = new("FD0302", DiagnosticSeverity.Error,
        "nothing is called `{0}`",
        "A name that a clause uses must be declared somewhere: a body, a chamber, an office, or a unit that the charter or the register names. Names are compared letter by letter, capitals included.");

    public static readonly DiagnosticDescriptor UnknownKind = new("FD0303", DiagnosticSeverity.Error,
        "no kind of unit is called `{0}`",
        "Kinds of unit are declared at the head of the charter: `kind province in republic`. A kind may be used in the singular or the plural; an odd plural is declared with `, plural ...`.");

    public static readonly DiagnosticDescriptor UnknownMeasure = new("FD0304", DiagnosticSeverity.Error,
        "no measure is called `{0}`",
        "Figures that units return are declared at the head of the charter: `measure inhabitants of province`. Measures are never mixed up with each other, so each is declared by name.");

    public static readonly DiagnosticDescriptor UnknownRule = new("FD0305", DiagnosticSeverity.Error,
        "no rule of decision is called `{0}`",
        "A stage or another rule names a rule of decision that is declared nowhere. Declare it: `deciding NAME`, with what it needs, its quorum and what an abstention is.");

    public static readonly DiagnosticDescriptor UnknownTarget = new("FD0306", DiagnosticSeverity.Error,
        "the procedure {1} has no stage and no end called `{0}`",
        "After `->` stands a stage or an end of the same procedure. Declare it with `stage NAME` or `end NAME`, or correct the name.");

    public static readonly DiagnosticDescriptor UnknownFact = new("FD0307", DiagnosticSeverity.Error,
        "no fact is called `{0}`",
        "A condition asks for something that somebody states and records. Declare it first: `fact NAME by WHO`, with its values if it has several. For a judgement in words write `finding \"...\"`.");

    public static readonly DiagnosticDescriptor UnknownProcedure = new("FD0308", DiagnosticSeverity.Error,
        "no procedure is called `{0}`",
        "The clause names a procedure that is declared nowhere. Declare it with `procedure NAME`, or correct the name.");

    public static readonly DiagnosticDescriptor UnknownCategory = new("FD0309", DiagnosticSeverity.Error,
        "no category of persons is called `{0}`",
        "Categories for reserved seats are declared at the head of the charter: `category women \"self-declared on the nomination form\"`.");

    public static readonly DiagnosticDescriptor UnknownArticle = new("FD0310", DiagnosticSeverity.Error,
        "there is no article {0}",
        "The clause names an article that the edition before, or this charter, does not have. Correct the number.");

    public static readonly DiagnosticDescriptor AmbiguousName = new("FD0311", DiagnosticSeverity.Error,
        "`{0}` may be {1}",
        "Several bodies, offices or units have this name, and the clause does not say which is meant. Say of what it is: `Chairman of Council`.");

    public static readonly DiagnosticDescriptor DeclaredTwice = new("FD0312", DiagnosticSeverity.Error,
        "`{0}` is declared twice",
        "Two declarations have one name, so whoever uses the name might mean either. To add to what is declared elsewhere write `about` and its name; otherwise give one of them another name.");

    public static readonly DiagnosticDescriptor TooLarge = new("FD0313", DiagnosticSeverity.Error,
        "the number {0} is too large here",
        "The clause counts seats, votes, days or the like; the number is beyond anything that could be meant. Perhaps a digit slipped in.");

    public static readonly DiagnosticDescriptor KindCycle = new("FD0314", DiagnosticSeverity.Error,
        "units of the kind `{0}` would stand within themselves",
        "Following `kind ... in ...` upwards leads back to the same kind. A tier cannot contain itself; correct one of the lines.");

    public static readonly DiagnosticDescriptor ArticleExists = new("FD0315", DiagnosticSeverity.Error,
        "article {0} is there already",
        "An article of this number stands in the edition before, or twice in this text. Write `replace art` and the number to put new words in its place, or give the new article another number.");

    public static readonly DiagnosticDescriptor NoCharter = new("FD0316", DiagnosticSeverity.Error,
        "no file here is a charter",
        "A federation is read from its charter: a file that begins with `foedus 1` and says `charter \"...\"`. Without one there is nothing to read the other files by.");

    public static readonly DiagnosticDescriptor EditionTrouble = new("FD0317", DiagnosticSeverity.Error,
        "edition {0}: {1}",
        "Each edition has a number of its own, and an edition that amends another needs that other one beside it. Correct the line `edition ...`, or add the missing file.");

    public static readonly DiagnosticDescriptor DoesNotBelong = new("FD0318", DiagnosticSeverity.Error,
        "`{0}` cannot be said of {1}",
        "The clause stands under something that has no such property. Move it under the body, office, rule, procedure, remedy or sort of act to which it belongs.");

    public static readonly DiagnosticDescriptor NotABody = new("FD0319", DiagnosticSeverity.Error,
        "{0} is not a body",
        "Only a body or a chamber can stand here, since what is said concerns members, seats or sessions.");

    public static readonly DiagnosticDescriptor NoSeatsToRefine = new("FD0321", DiagnosticSeverity.Error,
        "`{0}` concerns seats, and {1} has none that it could concern",
        "The clause refines how seats are shared, but no `seats` clause of the body is of a kind that has this property. Write the `seats` clause first, or remove this one.");

    public static readonly DiagnosticDescriptor SeatLimitOfOthers = new("FD0333", DiagnosticSeverity.Error,
        "`{0}` is of each {1}, and these seats are {2}",
        "A least or most number of seats holds for the units that have the seats. Where the seats of each unit are counted by themselves it may hold for a unit above them too; a total that is shared out cannot be shared by limits of other units, since nobody could say who loses what they gain. Name the kind of unit that has the seats, or say how many seats each has.");

    public static readonly DiagnosticDescriptor UnknownValue = new("FD0322", DiagnosticSeverity.Error,
        "`{0}` is not one of the values of {1}",
        "The declaration lists the values that there are; this is none of them. Correct the word, or add it to the declaration.");

    public static readonly DiagnosticDescriptor OtherCharter = new("FD0323", DiagnosticSeverity.Warning,
        "this file is about \"{0}\", and the charter here is \"{1}\"",
        "Files of assumptions, cases and journals name the charter to which they belong. This one names another; perhaps it lies in the wrong folder, or the title was changed.");

    public static readonly DiagnosticDescriptor UnknownRemedy = new("FD0324", DiagnosticSeverity.Error,
        "no remedy is called `{0}`",
        "The clause opens a remedy that is declared nowhere. Declare it with `remedy NAME`, or correct the name.");

    public static readonly DiagnosticDescriptor NoEdition = new("FD0325", DiagnosticSeverity.Warning,
        "the charter does not say which edition it is or from when it holds",
        "Every ruling is given by the edition of its day. Write for instance `edition 1, in force 1922-12-30`; until then the text counts as edition 1 and as having held always.");

    public static readonly DiagnosticDescriptor SecondCharter = new("FD0326", DiagnosticSeverity.Error,
        "another charter, \"{0}\", lies beside \"{1}\" and is not read",
        "A folder holds one federation. Editions of one charter have the same title. Move the other charter to a folder of its own, or correct its title.");

    public static readonly DiagnosticDescriptor NameNeeded = new("FD0327", DiagnosticSeverity.Error,
        "this rule of decision needs a name or a body",
        "A rule under a procedure or article must say what it is the rule of: `deciding NAME`, `deciding in BODY` or `deciding in every body`.");

    public static readonly DiagnosticDescriptor UnknownSort = new("FD0328", DiagnosticSeverity.Warning,
        "`{0}` is not declared; it is read as somebody outside the charter",
        "The word is near to one that the charter declares, and may be a slip of the pen. If somebody outside the charter is meant, choose a word that is less alike.");

    public static readonly DiagnosticDescriptor UnknownInstrument = new("FD0329", DiagnosticSeverity.Error,
        "no sort of act is called `{0}`",
        "Sorts of act are declared with `instrument decree`, with who issues them, whom they bind and when they are in force. What a procedure ends in (`end Law becomes law`) counts as declared.");

    public static readonly DiagnosticDescriptor BadDay = new("FD0330", DiagnosticSeverity.Error,
        "there is no day {0} {1}",
        "Days are written as a number and the English name of a month: `31 December`. The day must exist in every year.");

    public static readonly DiagnosticDescriptor FractionOfOne = new("FD0331", DiagnosticSeverity.Error,
        "`{0}` counts a part of something whole",
        "The clause counts whole units, members or seats. Write a whole number, or write a share: `at least two thirds of members`.");

    public static readonly DiagnosticDescriptor DivisorNought = new("FD0332", DiagnosticSeverity.Error,
        "seats or votes for every 0 cannot be counted",
        "Seats and votes that are given per so many inhabitants or members need a number above nought after `per`.");

    public static readonly DiagnosticDescriptor UnknownWeekday = new("FD0370", DiagnosticSeverity.Error,
        "`{0}` is no day of the week",
        "Days of rest are named by their English names, from `Monday` to `Sunday`. A single date or a day of every year is one of `holidays`.");

    public static readonly DiagnosticDescriptor NoWorkingDay = new("FD0371", DiagnosticSeverity.Error,
        "every day of the week is a day of rest, so that no period of working days would ever end",
        "At least one day of the week has to be a working day. Name those that are not, or write `rest days none`.");

    public static readonly DiagnosticDescriptor EditionDropped = new("FD0341", DiagnosticSeverity.Error,
        "edition {0} amends edition {1} and would leave out edition {2}, which is in force when it begins",
        "An edition is the text that it amends, with its changes. Where another edition came into force in between, its changes are not in that text and would silently be gone. Amend the last one, and write the changes on it.");

    public static readonly DiagnosticDescriptor DespiteEachOther = new("FD0342", DiagnosticSeverity.Error,
        "{0} and {1} say the same, and each despite the other",
        "`despite` says which of two articles holds where both fill one place. Where each prevails over the other, neither does.");

    public static readonly DiagnosticDescriptor UnknownZone = new("FD0340", DiagnosticSeverity.Error,
        "there is no time zone \"{0}\"",
        "Days begin and end by the clock of a zone. Zones have the names of the IANA time zone database, letter by letter: a region and a city, such as `Europe/London`, or `Etc/UTC`.");

    public static readonly DiagnosticDescriptor UnknownEvent = new("FD0372", DiagnosticSeverity.Error,
        "`{0}` is no event from which time can run",
        "A time that runs from something that never happens never ends. The events are a closed list; the name of a declared fact is one too, and then the time runs from its statement.");

    public static readonly DiagnosticDescriptor EventOfNoAct = new("FD0374", DiagnosticSeverity.Error,
        "`{0} of` is followed by a sort of legal act, and {1} is none",
        "Legal acts are issued, published and come into force. Name the sort, and after it who makes it: `within 1 day of issue of decree of Bureau`. Without `of` the time runs from every act.");

    public static readonly DiagnosticDescriptor DutyWithoutEvent = new("FD0373", DiagnosticSeverity.Error,
        "nothing says from what event the duty {0} arises",
        "A duty under a stage, a procedure, a remedy, a session or a change arises from what these are about. Under an article, a body or an office it needs an event: write `within 6 months of session of Council`, or move it to where it belongs.");

    public static readonly DiagnosticDescriptor RegardOfNoFinding = new("FD0375", DiagnosticSeverity.Error,
        "`with {0}` says with regard to what something is found, and this condition asks for no finding",
        "Only a finding is made with regard to something: `only if finding \"contrary\" with law`. What is stated as a fact, or of what sort a matter is, has no such regard; leave the words out.");

    /// <summary>The keyword that declares what a message of an unknown name misses; null if a declaration needs more than the name.</summary>
    internal static string? Declaration(DiagnosticDescriptor kind) =>
        ReferenceEquals(kind, UnknownKind) ? "kind"
        : ReferenceEquals(kind, UnknownRule) ? "deciding"
        : ReferenceEquals(kind, UnknownTarget) ? "end"
        : ReferenceEquals(kind, UnknownProcedure) ? "procedure"
        : ReferenceEquals(kind, UnknownRemedy) ? "remedy"
        : ReferenceEquals(kind, UnknownInstrument) ? "instrument"
        : null;
}
