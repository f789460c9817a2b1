using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Registers;

/// <summary>Messages about the tables of units and figures: FD0600 to FD0699.</summary>
public static class RegisterDiagnostics
{
    public static readonly DiagnosticDescriptor NoSuchTable = new("FD0601", DiagnosticSeverity.Error,
        "this table has the columns neither of units nor of figures",
        "A table of units has at least the columns `unit` and `kind`; a table of figures has at least `unit`, `measure`, `value` and `as_at`. Without them its rows mean nothing. Write the names of the columns in the first line.");

    public static readonly DiagnosticDescriptor UnknownColumn = new("FD0602", DiagnosticSeverity.Warning,
        "the column `{0}` is not read",
        "The name of the column is not one that a table of units (unit, kind, within, link, from, until, name, source) or of figures (unit, measure, value, as_at, quality, source) has. Perhaps it is misspelt; its cells have no effect.");

    public static readonly DiagnosticDescriptor UnknownUnit = new("FD0603", DiagnosticSeverity.Error,
        "no unit is called `{0}`",
        "A figure belongs to a unit that the charter names or that a table of units lists. Names are compared letter by letter, capitals included. Correct the name, or add the unit to the table of units.");

    public static readonly DiagnosticDescriptor UnknownKind = new("FD0604", DiagnosticSeverity.Error,
        "the charter knows no kind of unit called `{0}`",
        "Every unit is of a kind that the charter declares with `kind`. Correct the word in the table, or declare the kind in the charter.");

    public static readonly DiagnosticDescriptor UnknownMeasure = new("FD0605", DiagnosticSeverity.Error,
        "the charter knows no measure called `{0}`",
        "Every figure is of a measure that the charter declares with `measure`. Correct the word in the table, or declare the measure in the charter.");

    public static readonly DiagnosticDescriptor BadDate = new("FD0606", DiagnosticSeverity.Error,
        "`{0}` is not a date",
        "Dates are written 1922-12-30; 1922-12 and 1922 stand for their first day. A row with a date that cannot be read is left out.");

    public static readonly DiagnosticDescriptor BadNumber = new("FD0607", DiagnosticSeverity.Error,
        "`{0}` is not a figure",
        "A figure is a number that is not below nought: 25_000, 1.20, 2/3 or 18.57%. Words such as \"about\" belong in the column `quality`. A row with a figure that cannot be read is left out.");

    public static readonly DiagnosticDescriptor Duplicate = new("FD0608", DiagnosticSeverity.Warning,
        "this row says again what another row says",
        "The same fact stands twice in the tables. It is read once; two copies invite somebody to correct only one of them. Delete one.");

    public static readonly DiagnosticDescriptor OverlappingLives = new("FD0609", DiagnosticSeverity.Error,
        "`{0}` has two different rows for the same days",
        "A unit has one kind and stands within one other unit on any day. Two rows that cover the same days and differ leave it open which holds. Give the earlier row an `until`; the later one begins on that day.");

    public static readonly DiagnosticDescriptor CyclicWithin = new("FD0610", DiagnosticSeverity.Error,
        "`{0}` stands within itself",
        "Following the column `within` upwards on one day leads back to the same unit, so its figures would be counted without end. Correct one of the rows of the circle.");

    public static readonly DiagnosticDescriptor LifeBeforeParent = new("FD0611", DiagnosticSeverity.Warning,
        "`{0}` stands within `{1}` on days on which `{1}` does not exist",
        "The row of the unit reaches beyond the life of the unit that it stands within. On those days its figures count nowhere. Correct the dates of one of the two.");

    public static readonly DiagnosticDescriptor Contradictory = new("FD0612", DiagnosticSeverity.Warning,
        "two figures of `{0}` for the same day contradict each other",
        "Both rows give a figure of the same unit, measure and day, and they cannot both be right. Neither is preferred and no mean is taken: whatever depends on the figure stays open. Mark one of them `disputed` or `restated`, or remove one.");

    public static readonly DiagnosticDescriptor UnknownQuality = new("FD0613", DiagnosticSeverity.Error,
        "`{0}` is not a quality of a figure",
        "The quality is one of: exact, about, not less than, not more than, restated, missing, disputed. An empty cell means exact. A row with another word is left out, since nobody knows how far to trust it.");

    public static readonly DiagnosticDescriptor BadRow = new("FD0614", DiagnosticSeverity.Error,
        "this row cannot be read: {0}",
        "The row is not well written as comma-separated values. A cell that holds a comma, a quotation mark or a line end is put in double quotes, and a double quote inside it is written twice. Other rows are read as usual.");

    public static readonly DiagnosticDescriptor EndsBeforeItBegins = new("FD0615", DiagnosticSeverity.Error,
        "`{0}` ends before it begins",
        "The day in `until` is the first day on which the row no longer holds, so it comes after the day in `from`. A row that holds on no day is left out.");

    public static readonly DiagnosticDescriptor UnknownParent = new("FD0616", DiagnosticSeverity.Error,
        "`{0}` stands within `{1}`, and no unit is called that",
        "The unit in the column `within` must itself be named by the charter or be listed in a table of units. Correct the name or add the row.");

    public static readonly DiagnosticDescriptor WrongParentKind = new("FD0617", DiagnosticSeverity.Warning,
        "`{0}`, a unit of the kind {1}, stands within one of the kind {2}, not {3}",
        "The charter says within which kind of unit each kind stands. A unit that stands elsewhere may be left out of counts that go through the tiers. Correct the row, or the `kind` clause of the charter.");

    public static readonly DiagnosticDescriptor EmptyCell = new("FD0618", DiagnosticSeverity.Error,
        "the cell `{0}` is empty",
        "The row cannot be understood without this cell. Fill it in or delete the row.");

    public static readonly DiagnosticDescriptor DuplicateColumn = new("FD0619", DiagnosticSeverity.Error,
        "the column `{0}` stands twice",
        "Two columns have the same name, so it is not clear which one is meant. Only the first is read. Rename or delete the other.");

    public static readonly DiagnosticDescriptor FileMissing = new("FD0620", DiagnosticSeverity.Error,
        "the file \"{0}\" is not there",
        "The charter names a file that was not found beside it. Whatever rests on the file stays open. Correct the name or add the file.");

    public static readonly DiagnosticDescriptor NotNamed = new("FD0622", DiagnosticSeverity.Note,
        "this table is not read, since the charter names others",
        "The charter says with `register` in which tables its units, or their figures, stand. A table of the same sort beside them that it does not name has no effect. Name it too, or leave it.");

    public static readonly DiagnosticDescriptor UnknownLanguage = new("FD0623", DiagnosticSeverity.Error,
        "the charter has no language `{0}`",
        "The languages that are used in a unit are among those of the charter, which its `languages` clause lists. Several are parted by semicolons. Correct the word in the table, or add the language to the charter.");

    public static readonly DiagnosticDescriptor TwoWaysToRead = new("FD0624", DiagnosticSeverity.Error,
        "`{0}` is {1}, and the table does not write its numbers so that one can tell",
        "Some write a comma before decimals and a point between thousands, others the other way round. A number of which both can be true is read as the other numbers of the table are written. Where they do not tell, or the table says that it is written in another way, the row is left out. The first line of a table may say it: `# decimal comma` or `# decimal point`. Spaces, apostrophes and low lines between thousands leave no doubt.");

    public static readonly DiagnosticDescriptor KindDiffers = new("FD0621", DiagnosticSeverity.Warning,
        "the charter gives `{0}` the kind {1}, the table gives it {2}",
        "The charter itself names this unit with `parties` and gives it another kind than the table does at first. One of the two is mistaken, unless the unit was raised to another kind by a later act; then the table should begin with the kind that the charter gives.");
}
