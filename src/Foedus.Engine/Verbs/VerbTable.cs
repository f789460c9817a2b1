using Foedus.Engine.Acts;
using Foedus.Engine.Clock;
using Foedus.Engine.Procedures;
using Foedus.Charter.Model;

namespace Foedus.Engine.Verbs;

/// <summary>Which class judges which verb, and where the power for its acts comes from.</summary>
internal static class VerbTable
{
    // How many days before the charter its first bodies may be chosen.
    private const int MostAhead = 366;

    private static readonly VerbRow[] Rows = [.. Enum.GetValues<Verb>().Select(Make)];

    public static IVerb Of(Verb verb) => Rows[(int)verb].Judge;

    public static VerbRow RowOf(Verb verb) => Rows[(int)verb];

    /// <summary>Whether it may be done before the charter is in force, since the federation is founded by it or since it only tells what is.</summary>
    public static bool Founds(Verb verb) =>
        RowOf(verb).From.Contains(PowerFrom.Founding)
        || verb is Verb.Returns or Verb.Convenes or Verb.ElectsNumber or Verb.ElectsOffice or Verb.Elects or Verb.Appoints or Verb.Records
            or Verb.Corrects or Verb.Recognises or Verb.Starts;

    /// <summary>
    /// Whether it may be done so many days before the charter is in force: its first bodies are chosen and convened in the year before it.
    /// </summary>
    public static bool Founds(Verb verb, int daysBefore) =>
        Founds(verb) && (daysBefore <= MostAhead || verb is not (Verb.Convenes or Verb.ElectsNumber or Verb.ElectsOffice or Verb.Elects or Verb.Appoints or Verb.Certifies));

    private static VerbRow Make(Verb verb) => verb switch
    {
        Verb.Returns => Row(new ReturnsVerb(), "return figures", PowerFrom.OwnRight),
        Verb.Certifies => Row(new CertifiesVerb(), "certify mandates", PowerFrom.Clause, PowerFrom.OwnRight, PowerFrom.Founding),
        Verb.Convenes => Row(new ConvenesVerb(), "convene a session", PowerFrom.Clause),
        Verb.Opens => Row(new OpensVerb(), "open a session", PowerFrom.Execution),
        Verb.Closes => Row(new ClosesVerb(), "adjourn", PowerFrom.OwnRight),
        Verb.DemandsSession => Row(new DemandsSessionVerb(), "demand a session", PowerFrom.Clause),
        Verb.Demands => Row(new GatheredVerb(StageOutcome.Demand), "demand it", PowerFrom.Clause, PowerFrom.Stage),
        Verb.ElectsNumber or Verb.ElectsOffice or Verb.Elects or Verb.Appoints => Row(new ElectsVerb(), "elect or appoint", PowerFrom.Clause),
        Verb.Resigns => Row(new LeavesOfficeVerb(), "resign", PowerFrom.OwnRight),
        Verb.Recalls => Row(new LeavesOfficeVerb(), "recall", PowerFrom.Clause),
        Verb.Introduces => Row(new IntroducesVerb(), "put a matter", PowerFrom.Clause, PowerFrom.OwnRight),
        Verb.Lapses => Row(new LapsesVerb(), "let time run out", PowerFrom.Given),
        Verb.Starts => Row(new StartsVerb(), "start at a stage", PowerFrom.Given),
        Verb.Amends => Row(new AmendsVerb(), "change the text", PowerFrom.Stage, PowerFrom.OwnRight),
        Verb.Withdraws => Row(new WithdrawsVerb(), "withdraw it", PowerFrom.OwnRight, PowerFrom.Clause),
        Verb.Votes => Row(new VotesVerb(), "vote on it", PowerFrom.Stage, PowerFrom.OwnRule),
        Verb.Casts => Row(new CastsVerb(), "cast votes", PowerFrom.Stage, PowerFrom.OwnRule, PowerFrom.OwnRight),
        Verb.ClosesVote => Row(new ClosesVoteVerb(), "close the vote", PowerFrom.Clause, PowerFrom.Stage, PowerFrom.OwnRule, PowerFrom.OwnRight),
        Verb.DrawsLots => Row(new DrawsLotsVerb(), "draw lots", PowerFrom.Clause),
        Verb.GivesVote => Row(new GivesVoteVerb(), "give its vote to another", PowerFrom.Clause),
        Verb.Agrees => Row(new ReportedVerb(StageOutcome.Agreement), "agree to it", PowerFrom.Stage, PowerFrom.OwnRule),
        Verb.Fails => Row(new ReportedVerb(StageOutcome.NoAgreement), "end the negotiation", PowerFrom.Stage, PowerFrom.OwnRule),
        Verb.Approves => Row(new ReportedVerb(StageOutcome.Approval), "approve it", PowerFrom.Stage, PowerFrom.OwnRule, PowerFrom.Clause),
        Verb.Rejects => Row(new ReportedVerb(StageOutcome.Rejection), "reject it", PowerFrom.Stage, PowerFrom.OwnRule, PowerFrom.Clause),
        Verb.Signs => Row(new SignsVerb(), "sign it", PowerFrom.Stage),
        Verb.ReturnsMatter => Row(new SendsBackVerb(), "send it back", PowerFrom.Stage),
        Verb.Ratifies => Row(new RatifiesVerb(), "ratify it", PowerFrom.Stage, PowerFrom.Clause, PowerFrom.Founding),
        Verb.Rescinds => Row(new RescindsVerb(), "take an answer back", PowerFrom.Clause, PowerFrom.OwnRight),
        Verb.Objects => Row(new GatheredVerb(StageOutcome.Objection), "object to it", PowerFrom.Clause, PowerFrom.Stage),
        Verb.Extends => Row(new ExtendsVerb(), "extend the time", PowerFrom.Clause),
        Verb.Presents => Row(new PresentsVerb(), "present it", PowerFrom.Execution),
        Verb.Issues => Row(new IssuesVerb(), "issue it", PowerFrom.Clause),
        Verb.Publishes => Row(new PublishesVerb(), "publish it", PowerFrom.Execution),
        Verb.Repeals => Row(new RepealsVerb(), "repeal it", PowerFrom.Clause, PowerFrom.OwnRight),
        Verb.Appeals => Row(new AppealsVerb(), "appeal against it", PowerFrom.Clause),
        Verb.Upholds => Row(new UpholdsVerb(), "uphold it", PowerFrom.Clause),
        Verb.Annuls => Row(new AnnulsVerb(), "annul it", PowerFrom.Clause),
        Verb.Suspends => Row(new SuspendsVerb(), "suspend it", PowerFrom.Clause),
        Verb.Lifts => Row(new LiftsVerb(), "lift the suspension", PowerFrom.Clause, PowerFrom.OwnRight),
        Verb.Finds => Row(new FindsVerb(), "make this finding", PowerFrom.Clause),
        Verb.States => Row(new StatesVerb(), "state it", PowerFrom.Clause),
        Verb.Notifies => Row(new NotifiesVerb(), "give notice", PowerFrom.Words, PowerFrom.Stage, PowerFrom.Clause),
        Verb.Fulfils => Row(new FulfilsVerb(), "fulfil the duty", PowerFrom.Clause, PowerFrom.OwnRight, PowerFrom.Words),
        Verb.CallsUpon or Verb.Records => Row(new RecordsVerb(), "put it on record", PowerFrom.Words),
        Verb.GivesNotice => Row(new GivesNoticeVerb(), "give notice of it", PowerFrom.Clause, PowerFrom.OwnRight),
        Verb.WithdrawsNotice => Row(new WithdrawsNoticeVerb(), "withdraw a notice", PowerFrom.OwnRight),
        Verb.Applies => Row(new AppliesVerb(), "apply for it", PowerFrom.Clause, PowerFrom.OwnRight),
        Verb.Admits or Verb.Merges or Verb.Splits or Verb.Transfers or Verb.Links or Verb.Raises or Verb.Expels or Verb.Dissolves or Verb.Succeeds =>
            Row(new ChangesVerb(), "change the membership", PowerFrom.Clause),
        Verb.Classes => Row(new ClassesVerb(), "change the class", PowerFrom.Clause),
        Verb.Allots or Verb.Fixes => Row(new BudgetVerb(), "fix the budget", PowerFrom.Clause),
        Verb.Spends => Row(new BudgetVerb(), "spend", PowerFrom.Clause, PowerFrom.OwnRight),
        Verb.FixesFigure => Row(new FixesFigureVerb(), "fix figures", PowerFrom.Clause),
        Verb.AwardsSeat => Row(new AwardsSeatVerb(), "award a tied seat", PowerFrom.Clause),
        Verb.Pays => Row(new PaysVerb(), "pay a contribution", PowerFrom.OwnRight),
        Verb.Empowers => Row(new EmpowersVerb(), "empower anybody", PowerFrom.Words, PowerFrom.Founding),
        Verb.Adopts => Row(new AdoptsVerb(), "adopt it", PowerFrom.Stage, PowerFrom.Founding),
        Verb.Settles or Verb.Interprets => Row(new SettlesVerb(), "settle it", PowerFrom.Clause),
        Verb.Corrects => Row(new CorrectsVerb(), "correct the act of somebody else", PowerFrom.OwnRight),
        Verb.Recognises => Row(new CorrectsVerb(), "recognise it", PowerFrom.Execution),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No class judges this verb."),
    };

    private static VerbRow Row(IVerb judge, string task, params PowerFrom[] from) => new(judge, task, [.. from]);
}
