using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>
/// The relations in which facts are recorded. A relation with one argument has one value at a date; one with two holds or does not hold
/// between two things.
/// </summary>
public static class Relations
{
    private const int First = FactStore.FirstRelation;

    /// <summary>(unit): its kind, a word.</summary>
    public const int Kind = First + 0;

    /// <summary>(kind word, unit): the unit is of the kind.</summary>
    public const int OfKind = First + 1;

    /// <summary>(unit): the unit within which it stands.</summary>
    public const int Within = First + 2;

    /// <summary>(unit): its tie to the federation, a word.</summary>
    public const int Member = First + 3;

    /// <summary>(unit, measure word): a figure, by its place in the list of figures.</summary>
    public const int Figure = First + 4;

    /// <summary>(matter): the stage or end at which it stands.</summary>
    public const int Stage = First + 5;

    /// <summary>(matter or instrument): its sort, a word.</summary>
    public const int Sort = First + 6;

    /// <summary>(matter or instrument): the matter of competence that it touches, a word.</summary>
    public const int Topic = First + 7;

    /// <summary>(matter): who opened it. (instrument): who issued it.</summary>
    public const int Maker = First + 8;

    /// <summary>(matter): the unit concerned.</summary>
    public const int Concerns = First + 9;

    /// <summary>(matter): the number of its present text.</summary>
    public const int Text = First + 10;

    /// <summary>(matter, who): the last decision on it, packed with its visit, its text and how many there were in that visit.</summary>
    public const int Answer = First + 11;

    /// <summary>(matter): how often it has come to a stage, by an act or by lapse of time; tells answers of an earlier visit apart.</summary>
    public const int Visit = First + 12;

    /// <summary>(instrument): it is in force over the span of the fact.</summary>
    public const int InForce = First + 15;

    /// <summary>(instrument): that it was made; the source of the fact is by what.</summary>
    public const int MadeBy = First + 16;

    /// <summary>(instrument, unit): it is suspended in that unit.</summary>
    public const int SuspendedIn = First + 17;

    /// <summary>(instrument, language word): it was published in that language.</summary>
    public const int Published = First + 18;

    /// <summary>(thing, words of the finding): who found it.</summary>
    public const int Finding = First + 19;

    /// <summary>(finding, thing): it was found with regard to that thing; the act that found it.</summary>
    public const int FindingWith = First + 20;

    /// <summary>(thing, fact word): the value that was stated, a word.</summary>
    public const int Fact = First + 21;

    /// <summary>(statement, who): who stated a fact.</summary>
    public const int StatedBy = First + 22;

    /// <summary>(thing, addressee): notice was given.</summary>
    public const int Notified = First + 23;

    /// <summary>(duty): how it stands.</summary>
    public const int Duty = First + 24;

    /// <summary>(thing, duty): the duties that arose about it.</summary>
    public const int DutyAbout = First + 25;

    /// <summary>(session): it is demanded, and by how many.</summary>
    public const int Demand = First + 26;

    /// <summary>(session): the day for which it is convened.</summary>
    public const int Convened = First + 27;

    /// <summary>(body): it is sitting; 2 where a session goes on that had adjourned to a day.</summary>
    public const int Sitting = First + 28;

    /// <summary>(body): its session has adjourned to a day, and is not over.</summary>
    public const int Adjourned = First + 213;

    /// <summary>(office or unit, word of the sorting): its class in it, a word.</summary>
    public const int Class = First + 36;

    /// <summary>(silence): the reading that was settled or interpreted.</summary>
    public const int Settled = First + 37;

    /// <summary>(instrument, remedy): a remedy that is open against it.</summary>
    public const int Attacked = First + 38;

    /// <summary>(agent): its mandate, a text.</summary>
    public const int Empowered = First + 39;

    /// <summary>(matter, voter or body): the act that told of its votes.</summary>
    public const int Ballot = First + 40;

    /// <summary>(federation, edition number): an edition that was enacted.</summary>
    public const int Edition = First + 41;

    /// <summary>(matter or duty): the last day of its time, by its number.</summary>
    public const int Due = First + 43;

    /// <summary>(body or office, matter): its time runs once something has happened there; the visit of its stage.</summary>
    public const int Awaits = First + 61;

    /// <summary>(duty, who): on whom it lies, and how it stands with them.</summary>
    public const int DutyOn = First + 62;

    /// <summary>(duty, who): whoever has to has notified them.</summary>
    public const int NotifiedFor = First + 64;

    /// <summary>(matter): the last day of its time had nobody extended it, by its number.</summary>
    public const int DueFirst = First + 63;

    /// <summary>(matter): the last day of its time as it was extended, before it moved to a working day, by its number.</summary>
    public const int DueUnmoved = First + 214;

    /// <summary>(session, day): it was convened for that day, by its number.</summary>
    public const int SessionDay = First + 65;

    /// <summary>(office or body, day): a term ended, and that is the first day after it, by its number.</summary>
    public const int TermEnded = First + 66;

    /// <summary>(matter): its time has run out and brought nothing.</summary>
    public const int Overdue = First + 60;

    /// <summary>(unit): the change of which it has given notice or for which it has applied, a word.</summary>
    public const int Change = First + 44;

    /// <summary>(session): the day of the session by which the last demand of one was met.</summary>
    public const int DemandMet = First + 212;

    /// <summary>(owner of a budget): the calendar year with which the first of its periods of several years begins.</summary>
    public const int BudgetBegins = First + 211;

    /// <summary>(matter, what): a demand made about a matter.</summary>
    public const int DemandOn = First + 45;

    /// <summary>(unit, unit): units into which it has gone.</summary>
    public const int Successor = First + 46;

    /// <summary>(federation, act): an act that was refused and stands nevertheless.</summary>
    public const int Recognised = First + 47;

    /// <summary>(matter, article word): the article that it would amend.</summary>
    public const int Amends = First + 52;

    /// <summary>(matter): it was presented.</summary>
    public const int Presented = First + 49;

    /// <summary>(instrument, instrument): the second was issued against the first.</summary>
    public const int IssuedAgainst = First + 50;

    /// <summary>(unit): it has left: the rule of the change, packed by <see cref="Membership.ChangeRules"/>.</summary>
    public const int Gone = First + 140;

    /// <summary>(unit): it was admitted: the rule of the change, packed.</summary>
    public const int Joined = First + 141;

    /// <summary>(unit): its membership is suspended: the rule of the change, packed.</summary>
    public const int MembershipSuspended = First + 142;

    /// <summary>(unit): the kind that it was of when it left, a word.</summary>
    public const int FormerKind = First + 143;

    /// <summary>(federation, unit): the units that have ever left or been suspended by a change.</summary>
    public const int Changed = First + 144;

    /// <summary>(unit or matter): the kind, or the tie, that it applies or is to have, a word.</summary>
    public const int AppliesAs = First + 145;

    /// <summary>(unit or matter): the day that a notice or a matter says for a change.</summary>
    public const int SaysDay = First + 146;

    /// <summary>(unit): the day on which it gave notice of a change.</summary>
    public const int NoticeDay = First + 147;

    /// <summary>(instrument, unit): it has no effect there.</summary>
    public const int BarredIn = First + 148;

    /// <summary>(instrument, remedy): it is suspended while the remedy is pending.</summary>
    public const int SuspendedPending = First + 149;

    /// <summary>(remedy, who): who has brought it, each of them while it is pending.</summary>
    public const int BroughtBy = First + 150;

    /// <summary>(matter): the act against which it is directed.</summary>
    public const int Target = First + 151;

    /// <summary>(matter): the remedy that its procedure brings, a thing.</summary>
    public const int Brings = First + 152;

    /// <summary>(instrument): made outside the competence, what it is: <see cref="Law.Competences"/>.</summary>
    public const int OutsideCompetence = First + 153;

    /// <summary>(instrument): it was repealed.</summary>
    public const int Repealed = First + 154;

    /// <summary>(unit): the day on which a change of it takes effect is not said; the rule of the change, packed.</summary>
    public const int DayUnsaid = First + 155;

    /// <summary>(instrument): another act on which it rested has fallen, and remedies lie against it anew from the day of the fact.</summary>
    public const int Challengeable = First + 156;

    /// <summary>(unit): who gave notice of a change of it.</summary>
    public const int NoticeBy = First + 165;

    /// <summary>(matter, unit): a unit that it concerns beside the first.</summary>
    public const int ConcernsToo = First + 163;

    /// <summary>(matter, unit): what is to come of the units that it concerns.</summary>
    public const int Into = First + 164;

    /// <summary>(owner of a budget, year): what was fixed, by its place in the list of figures.</summary>
    public const int BudgetOf = First + 157;

    /// <summary>(owner of a budget, day): what was spent on it.</summary>
    public const int SpentIn = First + 158;

    /// <summary>(unit, year of a budget): what was allotted to it.</summary>
    public const int AllottedIn = First + 159;

    /// <summary>(unit, calendar year): what it has paid of its contribution.</summary>
    public const int Paid = First + 160;

    /// <summary>(matter, who): support that adds up; one relation for each outcome, from here on by its number.</summary>
    public const int Support = First + 120;

    /// <summary>(matter): the visit of a stage in which its text was changed last.</summary>
    public const int TextVisit = First + 136;

    /// <summary>(matter): the name of its present text, where an amendment gave it one.</summary>
    public const int TextName = First + 193;

    /// <summary>(matter, who): the stages at which it was rejected before, one bit each.</summary>
    public const int Rejected = First + 137;

    /// <summary>(instrument): who suspended it.</summary>
    public const int SuspendedBy = First + 161;

    /// <summary>(body, thing): what was suspended or annulled until the next session of the body; 0 everywhere, else the unit and one.</summary>
    public const int UntilSession = First + 210;

    /// <summary>(matter, body): the act by which its last poll was closed.</summary>
    public const int PollClosed = First + 200;

    /// <summary>(matter, body): how many places have cast all their votes, with the act after which the poll began.</summary>
    public const int PollCast = First + 201;

    /// <summary>(body, matter): it voted on the matter, with a quorum or without; see <see cref="Deciding.Calls"/>.</summary>
    public const int CallOfMatter = First + 202;

    /// <summary>(body): it voted, with a quorum or without, whatever on.</summary>
    public const int CallOfSitting = First + 215;

    /// <summary>(matter, body): its vote was equal, and somebody has to decide.</summary>
    public const int Tied = First + 203;

    /// <summary>(office or body, person): the vote on choosing or recalling the person was equal, and somebody has to decide; the mandate that waits, packed.</summary>
    public const int EqualElection = First + 205;

    /// <summary>(office or body, unit or the federation): nobody had a majority at a first ballot.</summary>
    public const int FirstBallot = First + 206;

    /// <summary>(voter, holder): the voter gave its vote to the holder; the matter for which, or the federation for all.</summary>
    public const int Proxy = First + 204;

    /// <summary>(proposals for a year of a budget, who): the amount that somebody proposes.</summary>
    public const int ProposedBy = First + 162;

    /// <summary>(office or body, person): a mandate, packed; see <see cref="Foedus.Engine.Mandates.Mandate"/>.</summary>
    public const int Mandate = First + 180;

    /// <summary>(body, unit): the number of mandates that were certified for a unit, packed like a mandate.</summary>
    public const int Delegation = First + 181;

    /// <summary>(body, place of an act in the ledger): a number of members whom the act elected without naming them, packed like a mandate.</summary>
    public const int ElectedNumber = First + 182;

    /// <summary>(office or body, person): a choice that waits for being confirmed, packed like a mandate.</summary>
    public const int Choice = First + 183;

    /// <summary>(office or body, person who left): a mandate that ended before its term and was not replaced, packed as it was.</summary>
    public const int Vacancy = First + 184;

    /// <summary>(office or body, number of a line of seats): mandates of the line have been recorded.</summary>
    public const int LineFilled = First + 185;

    /// <summary>(body, unit): mandates of the unit have been recorded.</summary>
    public const int UnitFilled = First + 186;

    /// <summary>(person, who gave it): leave to hold mandates that are otherwise kept apart.</summary>
    public const int Leave = First + 187;

    /// <summary>(body, place of an act in the ledger): a session began, and of what kind, a word.</summary>
    public const int SessionOpened = First + 188;

    /// <summary>(body, place of an act in the ledger): a session was over.</summary>
    public const int SessionClosed = First + 189;

    /// <summary>(unit, measure word): a figure as somebody fixed it, by its place in the list of figures.</summary>
    public const int FigureFixed = First + 191;

    /// <summary>(body, unit): a seat to which several units had equal claims was awarded to it.</summary>
    public const int SeatAwarded = First + 192;

    /// <summary>(office or body, person, or the post itself for those who are not named): chosen for a term that begins on a day, by its number; until then.</summary>
    public const int BeginsOn = First + 216;

    /// <summary>(office or body, person): the unit from which the person was chosen for a place that is no unit's own.</summary>
    public const int Origin = First + 194;

    /// <summary>(body, person): a substitute, packed like a mandate, in the order in which they come.</summary>
    public const int Substitute = First + 190;

    /// <summary>(unit, unit): it asks to join as a unit within the other.</summary>
    public const int AppliesIn = First + 217;

    /// <summary>(matter): the day, by its number, on which it first came to a stage.</summary>
    public const int Put = First + 196;

    /// <summary>(matter): where its time is counted in hours, the last day, by its number, with which it is certainly not over.</summary>
    public const int DueSurely = First + 197;
}
