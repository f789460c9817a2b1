using Foedus.Charter.Model;
using Foedus.Engine.Acts;

namespace Foedus.Engine.Verbs;

/// <summary>Which class judges which verb.</summary>
internal static class VerbTable
{
    private static readonly IVerb[] Verbs = [.. Enum.GetValues<Verb>().Select(Make)];

    public static IVerb Of(Verb verb) => Verbs[(int)verb];

    private static IVerb Make(Verb verb) => verb switch
    {
        Verb.Returns => new ReturnsVerb(),
        Verb.Certifies => new CertifiesVerb(),
        Verb.Convenes => new ConvenesVerb(),
        Verb.Opens => new OpensVerb(),
        Verb.Closes => new ClosesVerb(),
        Verb.DemandsSession => new DemandsSessionVerb(),
        Verb.Demands => new GatheredVerb(StageOutcome.Demand),
        Verb.ElectsNumber or Verb.ElectsOffice or Verb.Elects or Verb.Appoints => new ElectsVerb(),
        Verb.Resigns or Verb.Recalls => new LeavesOfficeVerb(),
        Verb.Introduces => new IntroducesVerb(),
        Verb.Starts => new StartsVerb(),
        Verb.Amends => new AmendsVerb(),
        Verb.Withdraws => new WithdrawsVerb(),
        Verb.Votes => new VotesVerb(),
        Verb.Casts => new CastsVerb(),
        Verb.Agrees => new ReportedVerb(StageOutcome.Agreement),
        Verb.Fails => new ReportedVerb(StageOutcome.NoAgreement),
        Verb.Approves => new ReportedVerb(StageOutcome.Approval),
        Verb.Rejects => new ReportedVerb(StageOutcome.Rejection),
        Verb.Signs => new SignsVerb(),
        Verb.ReturnsMatter => new SendsBackVerb(),
        Verb.Ratifies => new RatifiesVerb(),
        Verb.Rescinds => new RescindsVerb(),
        Verb.Objects => new GatheredVerb(StageOutcome.Objection),
        Verb.Extends => new ExtendsVerb(),
        Verb.Presents => new PresentsVerb(),
        Verb.Issues => new IssuesVerb(),
        Verb.Publishes => new PublishesVerb(),
        Verb.Repeals => new RepealsVerb(),
        Verb.Appeals => new AppealsVerb(),
        Verb.Upholds => new UpholdsVerb(),
        Verb.Annuls => new AnnulsVerb(),
        Verb.Suspends => new SuspendsVerb(),
        Verb.Lifts => new LiftsVerb(),
        Verb.Finds => new FindsVerb(),
        Verb.States => new StatesVerb(),
        Verb.Notifies => new NotifiesVerb(),
        Verb.Fulfils => new FulfilsVerb(),
        Verb.CallsUpon or Verb.Records => new RecordsVerb(),
        Verb.GivesNotice => new GivesNoticeVerb(),
        Verb.Applies => new AppliesVerb(),
        Verb.Admits or Verb.Merges or Verb.Splits or Verb.Transfers or Verb.Links or Verb.Raises or Verb.Expels or Verb.Dissolves or Verb.Succeeds => new ChangesVerb(),
        Verb.Classes => new ClassesVerb(),
        Verb.Allots or Verb.Fixes or Verb.Spends => new BudgetVerb(),
        Verb.Empowers => new EmpowersVerb(),
        Verb.Adopts => new AdoptsVerb(),
        Verb.Settles or Verb.Interprets => new SettlesVerb(),
        Verb.Corrects or Verb.Recognises => new CorrectsVerb(),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No class judges this verb."),
    };
}
