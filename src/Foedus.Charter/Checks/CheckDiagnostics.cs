using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Checks;

/// <summary>Messages about what a charter overlooks: FD0400 to FD0499.</summary>
public static class CheckDiagnostics
{
    public static readonly DiagnosticDescriptor NothingSays = new("FD0401", DiagnosticSeverity.Warning,
        "{0}: nothing says {1}",
        "Something that has to be known before a ruling can be given is said nowhere: not here, not in a rule above, not in an adopted manual. Whatever rests on it stays undetermined. Say it; or, if the text is silent, write `unspecified` with the possible readings, and the message goes away.");

    public static readonly DiagnosticDescriptor NobodyConvenes = new("FD0402", DiagnosticSeverity.Warning,
        "nobody can convene {0} unless it already sits",
        "Whoever may convene the body is the body itself, or bodies that must first be convened by it. Once all of them have risen, no session can be called. Let an office, a unit or a body that sits without being convened call the session.");

    public static readonly DiagnosticDescriptor NobodyAnnuls = new("FD0403", DiagnosticSeverity.Note,
        "nobody can annul an act of the kind {0}",
        "No remedy lies against this sort of act with the effect of making it void. That may be intended; then nothing needs to be done. Otherwise add a remedy with `against`.");

    public static readonly DiagnosticDescriptor MayWaitForEver = new("FD0404", DiagnosticSeverity.Note,
        "the procedure {0} can wait for ever at {1}",
        "A matter that has come this far goes on only if somebody acts; no time is set, and no body that meets at regular times has to take it up. Whoever does not want it can simply do nothing. Add `within` and `on no decision` where that is not intended.");

    public static readonly DiagnosticDescriptor TimeRunsOut = new("FD0405", DiagnosticSeverity.Warning,
        "the time at the stage {0} of {1} runs out, and nothing says what then",
        "A time is set for the stage, and no line says where the matter goes when nothing has been decided in that time. Add `on no decision -> ...` or `otherwise -> ...`.");

    public static readonly DiagnosticDescriptor NoWayOn = new("FD0406", DiagnosticSeverity.Warning,
        "at the stage {0} of {1} nothing says where a matter goes {2}",
        "The stage can end in this way, and no line says what follows. The matter then stays where it is. Add the line, or `otherwise -> ...` for all that is not said.");

    public static readonly DiagnosticDescriptor UnreachableStage = new("FD0407", DiagnosticSeverity.Warning,
        "no way leads to the stage {0} of {1}",
        "The procedure does not begin here, and no line sends a matter here. Either a line is missing or the stage is left over.");

    public static readonly DiagnosticDescriptor UnreachableEnd = new("FD0408", DiagnosticSeverity.Warning,
        "no way leads to the end {0} of {1}",
        "No line sends a matter to this end. Either a line is missing or the end is left over.");

    public static readonly DiagnosticDescriptor EndlessShuttle = new("FD0409", DiagnosticSeverity.Note,
        "a matter can go round for ever in {0}: {1}",
        "The stages send a matter to one another, without a count of rounds and without a time limit that leads out of the circle. Where the text means it so, nothing needs to be done. Otherwise add `at most N times each`, a time limit with `on no decision`, or `on rejection twice`.");

    public static readonly DiagnosticDescriptor CountedTwice = new("FD0410", DiagnosticSeverity.Warning,
        "the same people may be counted twice for the seats of {0}",
        "Units of the one kind stand within units of the other, and both count their people for seats of the same body. Say `overlap left out`, `overlap counted again` or `overlap intended` under one of them.");

    public static readonly DiagnosticDescriptor TwoOwners = new("FD0411", DiagnosticSeverity.Warning,
        "{0} belongs to {1} alone, and to {2} as well",
        "A matter that is held alone belongs to nobody else; here two clauses give it to two holders. Correct one of them, or say `held together` in both.");

    public static readonly DiagnosticDescriptor DutyWithoutRemedy = new("FD0412", DiagnosticSeverity.Warning,
        "the remedy {0} does not lie against doing nothing, so a missed duty {1} does not open it",
        "If the duty is missed, this remedy is to be open; but it lies only against acts, and a missed duty is an omission. Add `against omission of ...` to the remedy.");

    public static readonly DiagnosticDescriptor BandsDoNotFit = new("FD0413", DiagnosticSeverity.Warning,
        "the bands of {0} do not fit together at {1}",
        "Each band begins where the one before ends. Here two bands give seats for the same figures, or some figures fall between two bands. Put the bands in rising order; `up to` includes its figure and `above` begins after it.");

    public static readonly DiagnosticDescriptor BandsEnd = new("FD0414", DiagnosticSeverity.Warning,
        "the bands of {0} say nothing of figures above {1}",
        "The last band has an upper end, and no `above` follows. A unit with more has no number of seats. Add a line `above ...`.");

    public static readonly DiagnosticDescriptor BandsFall = new("FD0415", DiagnosticSeverity.Warning,
        "a unit with more than {1} has fewer seats of {0} than one with less",
        "By the table a greater figure gives a smaller number of seats. Perhaps a number is mistyped.");

    public static readonly DiagnosticDescriptor AppointEachOther = new("FD0416", DiagnosticSeverity.Warning,
        "{0} choose only one another, so nobody can fill them once they are empty",
        "Following who chooses whom leads back to the start, and nobody outside the circle has a say. If all of them are vacant, they can never be filled again. Let electors, units or another body choose at least one of them.");

    public static readonly DiagnosticDescriptor PowerAndExclusion = new("FD0417", DiagnosticSeverity.Warning,
        "a power and its exclusion meet: {0} hands on what belongs to {1} alone by {2}",
        "One clause lets a body act for another between its sessions, exclusive powers included; another clause gives a power to that other body alone. Write `exclusive powers not included`, or leave out `alone`.");

    public static readonly DiagnosticDescriptor ExclusionIsOpen = new("FD0418", DiagnosticSeverity.Note,
        "whether {0} may act for {1} here, by {2}, is open",
        "The clause gives a power to a body alone; another clause lets somebody act for that body between its sessions and leaves open whether exclusive powers are included. Rulings on this power will rest on how that is read.");

    public static readonly DiagnosticDescriptor NobodyReturns = new("FD0419", DiagnosticSeverity.Note,
        "the register has no figure of {0}",
        "A clause counts by this measure, and the tables hold no figure of it for any unit. Seats or votes that rest on it stay undetermined until figures are returned or assumed.");

    public static readonly DiagnosticDescriptor LanguageUnused = new("FD0420", DiagnosticSeverity.Note,
        "nothing is published in {0}",
        "The charter names the language, and no sort of act is published in it. Add it to a `published in` list, or leave it out at the head.");

    public static readonly DiagnosticDescriptor LanguageUnknown = new("FD0421", DiagnosticSeverity.Warning,
        "{0} is not one of the languages of the charter",
        "A sort of act is published in, or authentic in, a language that the head of the charter does not name. Correct the word or add the language.");

    public static readonly DiagnosticDescriptor ProtectsNothing = new("FD0422", DiagnosticSeverity.Warning,
        "there is no article {0}",
        "The clause protects, or prevails over, an article that this edition does not have, and so has no effect. Correct the number.");

    public static readonly DiagnosticDescriptor NeverHolds = new("FD0423", DiagnosticSeverity.Warning,
        "`{0}` can never hold",
        "The test asks for more than there can be, so nothing could ever be carried by it. Correct the number.");

    public static readonly DiagnosticDescriptor AlwaysHolds = new("FD0424", DiagnosticSeverity.Warning,
        "`{0}` always holds",
        "The test is met whatever happens, so it asks for nothing. Correct the number, or leave the clause out.");

    public static readonly DiagnosticDescriptor TwoThings = new("FD0425", DiagnosticSeverity.Warning,
        "`{0}` is the name of {1} and of {2}",
        "Two declarations of different sorts have one name. The charter can tell them apart by where the name stands; readers and `about` cannot always. Give one of them another name.");

    public static readonly DiagnosticDescriptor AssumptionNeverApplies = new("FD0426", DiagnosticSeverity.Warning,
        "the assumption {0} never applies",
        "The place that it fills is open only in editions that do not hold in the time for which it is assumed. Correct its days, or remove it.");

    public static readonly DiagnosticDescriptor FigureNotNeeded = new("FD0427", DiagnosticSeverity.Note,
        "the assumption {0} is not needed: {1} returned the figure",
        "An assumed figure is read only where nobody returned one. The register has a figure of this unit and measure for this day.");

    public static readonly DiagnosticDescriptor UnknownAssumption = new("FD0428", DiagnosticSeverity.Warning,
        "no assumption is called `{0}`",
        "The case says that it assumes something that no file of assumptions here holds. Correct the name, or add the assumption.");

    public static readonly DiagnosticDescriptor RuleUnused = new("FD0429", DiagnosticSeverity.Warning,
        "nothing is decided by the rule {0}",
        "The rule is the rule of no body, no stage is decided by it, and it replaces no other. Say `in BODY`, or `decided by` and its name at a stage, or remove it.");

    public static readonly DiagnosticDescriptor SeatsInCircle = new("FD0432", DiagnosticSeverity.Warning,
        "who sits in {0} hangs on itself",
        "Following where seats come from, ex officio or as many as elsewhere, leads back to the start, so that nobody can say who sits there or how many they are: every vote of these bodies stays undetermined. Give at least one of them seats of its own.");

    public static readonly DiagnosticDescriptor TakenFromUsual = new("FD0440", DiagnosticSeverity.Note,
        "the rule {0} takes {1} from the usual rule",
        "A named rule of decision takes what it does not say itself from the usual rule: that which it replaces, that of the body, or that of every body. The lines that it takes are shown. Say them under the rule too, if they are to be others.");

    public static readonly DiagnosticDescriptor SeatsBesideChambers = new("FD0441", DiagnosticSeverity.Note,
        "{0} has seats beside those of {1}, and they add up",
        "The body has lines of seats of its own and chambers. Its own seats are those of members who sit in no chamber; a total that the chambers share is not meant by them. Put each line under the chamber whose seats it counts, if there are no such members.");

    public static readonly DiagnosticDescriptor NeverTested = new("FD0442", DiagnosticSeverity.Warning,
        "nothing ever tells whether {0} acted at {1}",
        "An upper bound is tested when the time of a stage is over, since more may act until then. This stage has no time, so that this line never leads anywhere. Say `within` so much time, or ask for a least number.");

    public static readonly DiagnosticDescriptor SeveralReplacements = new("FD0430", DiagnosticSeverity.Note,
        "several rules replace {0}: {1}",
        "If the conditions of more than one of them hold at once, all of these rules must be met. If that is not intended, make the conditions exclude each other.");

    public static readonly DiagnosticDescriptor TwoUsualRules = new("FD0431", DiagnosticSeverity.Warning,
        "{0} has several rules of decision and nothing says which is its usual one",
        "Where a clause does not name a rule, the body's own applies. Here several named rules claim the body, and none of them replaces another; the first is taken. Write `deciding in BODY` without a name for the usual rule, or leave `in BODY` out of the special ones.");

    public static readonly DiagnosticDescriptor BecomesNothing = new("FD0450", DiagnosticSeverity.Error,
        "nothing comes of `becomes {0}`",
        "A matter may become a legal act of a declared sort, a change of a unit (admission, secession, expulsion, suspension, merger, split, succession, boundary, dissolution, standing), an amendment, a repeal, an annulment or a budget. Declare the sort with `instrument`, correct the word, or write the end without `becomes`.");

    public static readonly DiagnosticDescriptor UnknownChange = new("FD0451", DiagnosticSeverity.Error,
        "no change of a unit is called `{0}`",
        "The changes that the language knows are those that acts and ends of procedures can make. Write one of them.");

    public static readonly DiagnosticDescriptor ChangeOfNoUnit = new("FD0454", DiagnosticSeverity.Error,
        "a change is of units, and {0} is none",
        "A change is what happens to a unit: it joins, leaves, merges, is suspended or dissolved. The clause names nobody to whom that can happen, so it would do nothing. Name a kind of unit, a unit or an applicant. That the whole federation ends is no change of a unit: let a procedure end in it.");

    public static readonly DiagnosticDescriptor FateCannotBe = new("FD0452", DiagnosticSeverity.Error,
        "`{0}` cannot be said of {1} in a change of this sort: {2}",
        "A pending matter and a legal act have no term and are not shared; nothing begins for a unit that leaves. Write what becomes of them: `end at once`, `stay`, `last until settled`, `pass to the successor`.");

    public static readonly DiagnosticDescriptor NeverBecomes = new("FD0453", DiagnosticSeverity.Warning,
        "the procedure {0} has no end that becomes {1}",
        "The change is made by this procedure and in no other way, and no end of the procedure makes it. Say at one of its ends what the matter becomes.");

    public static readonly DiagnosticDescriptor KeptInWords = new("FD0460", DiagnosticSeverity.Note,
        "`{0}` is kept in words; nothing is ruled by it",
        "What stands there is numbered, printed and cited, and no act is accepted, refused or counted because of it. If it should rule, say it with a clause that acts.");
}
