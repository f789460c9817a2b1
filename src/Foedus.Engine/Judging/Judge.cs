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
        var book = BookFor(state, meant);
        var forked = Fork.Run(path, assumed, (state, book, act: meant), static (at, readings) => OneBranch(at.state, at.book, at.act, readings), Budget);
        var diagram = forked.ToDiagram(state.Store.Conditions, static b => b.Leaf, (int)Verdict.Undetermined);
        return new Ruling(act, book, state.Known, Branches(forked), diagram, forked.BudgetHit, state.Store.Conditions);
    }

    /// <summary>The edition by which an act is judged: the one it names, that of the matter it is about, or that in force on its day.</summary>
    public static Rulebook BookFor(State state, Act act)
    {
        if (act.UnderEdition > 0 && state.Books.Edition(act.UnderEdition) is { } named)
            return named;
        var view = state.At(act.Done);
        if (act.Object >= 0 && view.TryValue(Relations.Stage, act.Object, out var place))
            return state.Books[(int)(place >> 16)];
        return state.Books.InForceAt(view);
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

    private static Judgement Judged(State state, Rulebook book, Act act, Readings readings)
    {
        var judgement = new Judgement(state, book, act, readings);
        VerbTable.Of(act.Verb).Judge(judgement);
        return judgement;
    }

    private static Branch OneBranch(State state, Rulebook book, Act act, Readings readings)
    {
        var judgement = Judged(state, book, act, readings);
        if (judgement.Standing == Truth.No && Namesakes.AlsoWaiting(state, act) is { } other)
        {
            var namesake = act with { Object = other };
            var instead = Judged(state, BookFor(state, namesake), namesake, readings);
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
