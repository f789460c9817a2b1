namespace Foedus.Engine.Acts;

/// <summary>What an act does, named as in the journal.</summary>
public enum Verb
{
    Returns,
    Certifies,
    Convenes,
    Opens,
    Closes,
    DemandsSession,
    Demands,
    ElectsNumber,
    ElectsOffice,
    Elects,
    Appoints,
    Resigns,
    Recalls,
    Introduces,
    Amends,
    Withdraws,
    Votes,
    Casts,
    Agrees,
    Fails,
    Approves,
    Rejects,
    Signs,
    ReturnsMatter,
    Ratifies,
    Rescinds,
    Objects,
    Extends,
    Presents,
    Issues,
    Publishes,
    Repeals,
    Appeals,
    Upholds,
    Annuls,
    Suspends,
    Lifts,
    Finds,
    States,
    Notifies,
    Fulfils,
    CallsUpon,
    GivesNotice,
    Applies,
    Admits,
    Transfers,
    Merges,
    Links,
    Raises,
    Classes,
    Allots,
    Fixes,
    Spends,
    Empowers,
    Adopts,
    Settles,
    Interprets,
    Corrects,
    Recognises,
    Records,
    Expels,
    Splits,
    Dissolves,
    Succeeds,
    Pays,

    /// <summary>Somebody whom the charter names fixes a figure by which seats are shared.</summary>
    FixesFigure,

    /// <summary>A seat to which several units have equal claims goes to one of them.</summary>
    AwardsSeat,

    /// <summary>In a case only: a matter already stands at a stage.</summary>
    Starts,

    /// <summary>A vote that was cast one by one is over.</summary>
    ClosesVote,

    /// <summary>An equal vote is decided by lot.</summary>
    DrawsLots,

    /// <summary>A voter lets another vote for it.</summary>
    GivesVote,

    /// <summary>Whoever gave notice of a change takes it back.</summary>
    WithdrawsNotice,

    /// <summary>Of the calendar only: a time has run out.</summary>
    Lapses,
}
