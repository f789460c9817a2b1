using System.Collections.Immutable;
using Foedus.Engine.Acts;
using Foedus.Engine.Clock;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Verbs;

namespace Foedus.Engine.Judging;

/// <summary>
/// Rules on acts. A pure function of the charter, the state and the act: no clock, no input or output, no randomness; the same question
/// always has the same answer.
/// </summary>
public static class Judge
{
    /// <summary>How many ways of reading the silences that an act meets are tried before it is left undetermined.</summary>
    public const int Budget = Fork.DefaultBudget;

    /// <summary>
    /// Rules on an act as things stand in a state, with all that the calendar has brought by its day. What the act brings is not written;
    /// <see cref="State.Record"/> does that. Whoever only asks asks a branch.
    /// </summary>
    public static Ruling Rule(State state, Act act) => RuleUnder(state, act, null);

    /// <summary>
    /// Rules on an act with some silences read one way: the branch of <see cref="Rule"/> that agrees with it. For comparison and search; what
    /// is recorded is the ruling over all readings.
    /// </summary>
    public static Ruling RuleUnder(State state, Act act, Assumptions? readings)
    {
        state.Log?.Begin(state.Known + 1);
        state.GoOn(act.Done);
        return Along(state.Reaching(act.Done), act, readings, Scratch.Readings());
    }

    /// <summary>Rules on an act while another is being judged.</summary>
    internal static Ruling RuleWithin(State state, Act act) => Along(state, act, null, new Readings());

    private static Ruling Along(State state, Act act, Assumptions? assumed, Readings path)
    {
        var meant = Namesakes.Meant(state, act);
        var forked = Fork.Run(path, assumed, (state, act: meant), static (at, readings) => OneBranch(at.state, at.act, readings), Budget);
        var diagram = forked.ToDiagram(state.Store.Conditions, static b => b.Leaf, (int)Verdict.Undetermined);
        return new Ruling(act, state.Books, state.Known, Branches(forked), diagram, forked.BudgetHit, state.Store.Conditions);
    }

    private static ImmutableArray<Branch> Branches(in Forked<Branch> forked)
    {
        if (forked.IsSingle)
            return [forked.First];
        var all = ImmutableArray.CreateBuilder<Branch>(forked.Count);
        foreach (var path in forked.Paths)
            all.Add(path.Result);
        return all.MoveToImmutable();
    }

    /// <summary>Whether an act is of a day on which no edition was in force.</summary>
    private static bool IsBefore(State state, Act act) => state.Books.Dated.Count > 0 && act.Done < state.Books.Dated[0].From;

    /// <summary>The judgement by the edition that governs the act.</summary>
    private static Judgement Judged(State state, Act act, Readings readings) =>
        PendingEdition.Judge(state, state.At(act.Done, readings), act.Object, act.UnderEdition, readings, (state, act, readings), static (at, book) =>
        {
            var judgement = new Judgement(at.state, book, at.act, at.readings);
            VerbTable.Of(at.act.Verb).Judge(judgement);
            return judgement;
        });

    private static Branch OneBranch(State state, Act act, Readings readings)
    {
        var judgement = Judged(state, act, readings);
        if (judgement.Standing == Truth.No && Namesakes.AlsoWaiting(state, act) is { } other)
        {
            var namesake = act with { Object = other };
            var instead = Judged(state, namesake, readings);
            if (instead.Standing != Truth.No)
                judgement = instead;
        }

        if (act.UnderEdition == 0 && IsBefore(state, act) && !VerbTable.Founds(act.Verb, state.Books.Dated[0].From.Number - act.Done.Number))
            judgement.Refuse(null, VerbTable.Founds(act.Verb) ? GroundKind.TooLongBefore : GroundKind.BeforeCharter, state.Books.Dated[0].From);
        if (judgement.Standing != Truth.No)
            UnfilledPlaces.Note(judgement);
        Happenings.Follow(judgement);
        return judgement.ToBranch();
    }
}
