using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;

namespace Foedus.Engine.Procedures;

/// <summary>An act, or the clock where none is named, and an outcome of a stage that it can bring about.</summary>
public readonly record struct Producer(Verb? Act, StageOutcome Gives);

/// <summary>Which act brings about which outcome of a stage, and what an outcome counts as where the charter has no line for it.</summary>
public static class OutcomeTable
{
    /// <summary>Every outcome with each act that can bring it about.</summary>
    public static ImmutableArray<Producer> Rows { get; } =
    [
        new(Verb.Votes, StageOutcome.Approval),
        new(Verb.Votes, StageOutcome.Amendment),
        new(Verb.Votes, StageOutcome.Agreement),
        new(Verb.Votes, StageOutcome.NoAgreement),
        new(Verb.Votes, StageOutcome.Rejection),
        new(Verb.Votes, StageOutcome.SecondRejection),
        new(Verb.Votes, StageOutcome.Tie),
        new(Verb.Approves, StageOutcome.Approval),
        new(Verb.Approves, StageOutcome.Amendment),
        new(Verb.Approves, StageOutcome.Agreement),
        new(Verb.Approves, StageOutcome.NoAgreement),
        new(Verb.Adopts, StageOutcome.Approval),
        new(Verb.Rejects, StageOutcome.Rejection),
        new(Verb.Rejects, StageOutcome.SecondRejection),
        new(Verb.Rejects, StageOutcome.NoAgreement),
        new(Verb.Agrees, StageOutcome.Agreement),
        new(Verb.Fails, StageOutcome.NoAgreement),
        new(Verb.Signs, StageOutcome.Signature),
        new(Verb.ReturnsMatter, StageOutcome.Return),
        new(Verb.Notifies, StageOutcome.Notice),
        new(Verb.Demands, StageOutcome.Demand),
        new(Verb.Ratifies, StageOutcome.Ratification),
        new(Verb.Ratifies, StageOutcome.Approval),
        new(Verb.Objects, StageOutcome.Objection),
        new(null, StageOutcome.NoDecision),
        new(Verb.ReturnsMatter, StageOutcome.Otherwise),
        new(Verb.Votes, StageOutcome.Otherwise),
        new(null, StageOutcome.Otherwise),
    ];

    /// <summary>Outcomes for which answers add up: over days and acts, each doer once.</summary>
    public static ImmutableArray<StageOutcome> Gathered { get; } =
        [StageOutcome.Ratification, StageOutcome.Objection, StageOutcome.Demand, StageOutcome.Signature, StageOutcome.Notice];

    /// <summary>What an outcome counts as where there is no line for it; null where nothing is more general.</summary>
    public static StageOutcome? MoreGeneral(StageOutcome outcome, bool severalAnswer) => outcome switch
    {
        StageOutcome.Amendment => severalAnswer ? StageOutcome.Agreement : StageOutcome.Approval,
        StageOutcome.Agreement => StageOutcome.Approval,
        StageOutcome.SecondRejection or StageOutcome.Tie or StageOutcome.NoAgreement => StageOutcome.Rejection,
        StageOutcome.Otherwise => null,
        _ => StageOutcome.Otherwise,
    };

    /// <summary>As people say it.</summary>
    public static string Words(StageOutcome outcome) => outcome switch
    {
        StageOutcome.NoAgreement => "no agreement",
        StageOutcome.SecondRejection => "a second rejection",
        StageOutcome.NoDecision => "no decision in time",
        StageOutcome.Tie => "an equal vote",
        StageOutcome.Otherwise => "otherwise",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
